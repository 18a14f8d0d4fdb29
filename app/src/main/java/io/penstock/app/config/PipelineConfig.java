package io.penstock.app.config;

import io.penstock.schema.registry.RegistryAccess;
import io.penstock.schema.registry.SchemaRegistry;
import io.penstock.schema.serde.AvroEncoding;
import io.penstock.schema.serde.AvroFormat;
import io.penstock.schema.serde.SchemaSource;
import io.penstock.schema.serde.ShippedSchemas;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.schema.topic.TopicLayout;
import io.penstock.sink.SinkConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/** The configuration of what is around the stages: topics, streams, the broker, the commands. */
public final class PipelineConfig {

    private static final String PREFIX = "topics.prefix";
    private static final String PARTITIONS = "topics.partitions";
    private static final String REPLICATION = "topics.replication";
    private static final String RETENTION = "topics.retention.hours";
    private static final String MAX_BYTES = "record.max.bytes";
    private static final String APPLICATION_PREFIX = "streams.application.prefix";
    private static final String COMMIT_INTERVAL = "streams.commit.interval.ms";
    private static final String LINGER = "streams.linger.ms";
    private static final String STATE_DIR = "streams.state.dir";
    private static final String RESTARTS = "streams.restarts.max";
    private static final String THREADS = "streams.threads.";
    private static final String INACTIVITY = "read.inactivity.seconds";
    private static final String BROKER_PORT = "broker.port";
    private static final String SETTLE = "watch.settle.ms";
    private static final String PATIENCE = "watch.patience.ms";
    private static final String FILED = "watch.filed.ms";
    private static final String ENCODING = "avro.encoding";
    private static final String REGISTRY_URL = "schema.registry.url";
    private static final String REGISTRY_USER = "schema.registry.user";
    private static final String REGISTRY_TOKEN = "schema.registry.token";
    private static final String SCHEMA_TIMEOUT = "schema.timeout.ms";

    private static final String SINGLE_OBJECT = "single-object";
    private static final String CONFLUENT = "confluent";

    /** Every key, with its documentation. */
    public static final ConfigDef DEFINITION = new ConfigDef()
        .define(PREFIX, Type.STRING, TopicCatalogue.DEFAULT_PREFIX, Importance.MEDIUM,
            "Prefix of the names of all topics; keeps several pipelines apart on one cluster.")
        .define(PARTITIONS, Type.INT, 4, Range.between(1, 10_000), Importance.HIGH,
            "Partitions of each topic when it is created (forms has one): the largest number of threads of one stage that can work at "
                + "once.")
        .define(REPLICATION, Type.SHORT, (short) 1, Range.between(1, 32), Importance.HIGH,
            "Replicas of each partition when a topic is created; 3 on a cluster that must survive the loss of a broker.")
        .define(RETENTION, Type.INT, 168, Range.between(1, 1_000_000), Importance.MEDIUM,
            "Hours that the records of a topic are kept when it is created (documents and dead letters: at least as long as "
                + "sink.document.retention.days; reviews, forms and schemas: for ever).")
        .define(MAX_BYTES, Type.INT, TopicLayout.DEFAULT_MAX_MESSAGE_BYTES, Range.between(2 * 1024 * 1024, 1024 * 1024 * 1024),
            Importance.MEDIUM, "Largest record batch of a topic, in bytes; the largest document is 1 MiB smaller. The cluster must allow "
                + "as much (message.max.bytes); topics that exist keep their own max.message.bytes.")
        .define(APPLICATION_PREFIX, Type.STRING, "penstock-", Importance.MEDIUM,
            "Prefix of the Kafka Streams application ids; the stage's name follows.")
        .define(COMMIT_INTERVAL, Type.LONG, 50, Range.between(1, 60_000), Importance.MEDIUM,
            "Milliseconds between commits of a stage. Under exactly-once nothing is visible before its commit, so four stages add up to "
                + "four times this latency; smaller costs throughput.")
        .define(LINGER, Type.LONG, 5, Range.between(0, 10_000), Importance.LOW,
            "Milliseconds that a stage's producer waits to fill a batch.")
        .define(STATE_DIR, Type.STRING, "", Importance.MEDIUM,
            "Folder of the stages' state stores; empty: a temporary one (read), DATA/state (up), .penstock/state (stage). Each process of "
                + "stage has one of its own in it.")
        .define(RESTARTS, Type.INT, 10, Range.between(0, 1_000_000), Importance.LOW,
            "How often in an hour the threads of one stage are replaced after a failure, after a pause that grows, before the stage stops.")
        .define(THREADS + "ingest", Type.INT, 1, Range.between(0, 1024), Importance.HIGH, threadsOf("ingest"))
        .define(THREADS + "segment", Type.INT, 0, Range.between(0, 1024), Importance.HIGH, threadsOf("segment"))
        .define(THREADS + "classify", Type.INT, 1, Range.between(0, 1024), Importance.HIGH, threadsOf("classify"))
        .define(THREADS + "sink", Type.INT, 1, Range.between(0, 1024), Importance.HIGH, threadsOf("sink"))
        .define(THREADS + "review", Type.INT, 1, Range.between(0, 1024), Importance.HIGH, threadsOf("review"))
        .define(INACTIVITY, Type.INT, 120, Range.between(1, 86_400), Importance.LOW,
            "Seconds without any outcome after which read gives up the documents it still waits for.")
        .define(BROKER_PORT, Type.INT, 9092, Range.between(1, 65_535), Importance.MEDIUM,
            "Port on 127.0.0.1 of the broker that up embeds.")
        .define(SETTLE, Type.LONG, 1000, Range.between(50, 600_000), Importance.LOW,
            "Milliseconds that a file in the watched folder must not have changed before it is submitted.")
        .define(PATIENCE, Type.LONG, 30_000, Range.between(50, 86_400_000), Importance.LOW,
            "Milliseconds after which a file in the watched folder that can't be parsed to its end is submitted all the same, if it has "
                + "not changed.")
        .define(FILED, Type.LONG, 600_000, Range.between(0, 86_400_000), Importance.LOW,
            "Milliseconds for which a file that was submitted is looked after; what is written to it meanwhile is submitted anew.")
        .define(ENCODING, Type.STRING, SINGLE_OBJECT, ValidString.in(SINGLE_OBJECT, CONFLUENT), Importance.MEDIUM,
            "How Avro records are written: single-object (Avro's own, no registry needed), or confluent (Confluent's wire format, with "
                + "the schema's id in schema.registry.url). Both are read.")
        .define(REGISTRY_URL, Type.LIST, "", Importance.MEDIUM,
            "Addresses of a schema registry with Confluent's interface, such as http://registry:8081 or, of Apicurio, "
                + "http://registry:8080/apis/ccompat/v7; several are tried in turn; empty: none.")
        .define(REGISTRY_USER, Type.PASSWORD, "", Importance.LOW, "NAME:PASSWORD at the schema registry; empty: none.")
        .define(REGISTRY_TOKEN, Type.PASSWORD, "", Importance.LOW, "Bearer token for the schema registry; empty: none.")
        .define(SCHEMA_TIMEOUT, Type.INT, 10_000, Range.between(100, 300_000), Importance.LOW,
            "Milliseconds that a reader waits for the schema of another version, from the topic schemas or the registry, and a writer for "
                + "the registry; then the stage's thread is replaced and tries again.");

    private final AbstractConfig values;

    private PipelineConfig(AbstractConfig values) {
        this.values = values;
    }

    /** Reads the keys of this configuration from a map that may hold others too. */
    static PipelineConfig of(Map<String, ?> settings) {
        return new PipelineConfig(new AbstractConfig(DEFINITION, settings, false));
    }

    private static String threadsOf(String stage) {
        return "Threads of the stage " + stage + "; 0: as many as half the processors.";
    }

    /** Returns the catalogue of topics, for whoever reads records of this version only. */
    public TopicCatalogue topics() {
        return topics(ShippedSchemas.load());
    }

    /** Returns the catalogue of topics; schemas of other versions are found in a source. */
    public TopicCatalogue topics(SchemaSource schemas) {
        AvroEncoding encoding = values.getString(ENCODING).equals(CONFLUENT) ? AvroEncoding.CONFLUENT : AvroEncoding.SINGLE_OBJECT;
        Optional<SchemaRegistry> registry = registry();
        if (encoding == AvroEncoding.CONFLUENT && registry.isEmpty()) {
            throw new InvalidSettingException(ENCODING + "=" + CONFLUENT + " needs " + REGISTRY_URL);
        }
        return TopicCatalogue.withPrefix(values.getString(PREFIX), new AvroFormat(encoding, schemas, registry, maxValueBytes()));
    }

    private Optional<SchemaRegistry> registry() {
        List<String> urls = values.getList(REGISTRY_URL).stream().filter(url -> !url.isBlank()).toList();
        String user = values.getPassword(REGISTRY_USER).value();
        String token = values.getPassword(REGISTRY_TOKEN).value();
        if (urls.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> authorization = user.isBlank() ? Optional.of(token).filter(given -> !given.isBlank()).map(RegistryAccess::bearer)
            : Optional.of(RegistryAccess.basic(user));
        try {
            return Optional.of(new SchemaRegistry(new RegistryAccess(urls.stream().map(URI::create).toList(), authorization,
                schemaTimeout())));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(REGISTRY_URL + " is no address: " + e.getMessage());
        }
    }

    /** Returns how long is waited for the schema of another version. */
    public Duration schemaTimeout() {
        return Duration.ofMillis(values.getInt(SCHEMA_TIMEOUT));
    }

    /** Returns how topics are created. */
    public TopicLayout layout() {
        return new TopicLayout(values.getInt(PARTITIONS), values.getShort(REPLICATION), maxRecordBytes(),
            Duration.ofHours(values.getInt(RETENTION)), SinkConfig.of(values.originals()).retention());
    }

    /** Returns the largest record batch, in bytes. */
    public int maxRecordBytes() {
        return values.getInt(MAX_BYTES);
    }

    /** Returns the largest value of a record, in bytes: the rest of the batch is left for keys and headers. */
    public int maxValueBytes() {
        return maxRecordBytes() - (TopicLayout.DEFAULT_MAX_MESSAGE_BYTES - TopicLayout.DEFAULT_MAX_VALUE_BYTES);
    }

    /** Returns the Kafka Streams application id of a stage. */
    public String applicationId(String stage) {
        return values.getString(APPLICATION_PREFIX) + stage;
    }

    /** Returns the time between commits. */
    public Duration commitInterval() {
        return Duration.ofMillis(values.getLong(COMMIT_INTERVAL));
    }

    /** Returns how long a stage's producer waits to fill a batch. */
    public Duration linger() {
        return Duration.ofMillis(values.getLong(LINGER));
    }

    /** Returns the folder of state stores where one is configured. */
    public Optional<Path> stateDir() {
        return Optional.of(values.getString(STATE_DIR)).filter(dir -> !dir.isBlank()).map(Path::of);
    }

    /** Returns how often in an hour the threads of one stage are replaced before it stops. */
    public int maxRestarts() {
        return values.getInt(RESTARTS);
    }

    /** Returns the number of threads of a stage, at least 1. */
    public int threads(String stage, int processors) {
        int threads = values.getInt(THREADS + stage);
        return threads == 0 ? Math.max(1, processors / 2) : threads;
    }

    /** Returns how long {@code read} waits for any outcome. */
    public Duration inactivity() {
        return Duration.ofSeconds(values.getInt(INACTIVITY));
    }

    /** Returns the port of the broker that {@code up} embeds. */
    public int brokerPort() {
        return values.getInt(BROKER_PORT);
    }

    /** Returns how long a watched file must have been left alone. */
    public Duration settle() {
        return Duration.ofMillis(values.getLong(SETTLE));
    }

    /** Returns how long a watched file must have been left alone that can't be parsed to its end. */
    public Duration patience() {
        return Duration.ofMillis(values.getLong(PATIENCE));
    }

    /** Returns how long a watched file is looked after once it was submitted. */
    public Duration filed() {
        return Duration.ofMillis(values.getLong(FILED));
    }
}
