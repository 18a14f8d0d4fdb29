package io.penstock.app.client;

import io.penstock.app.config.Settings;
import io.penstock.app.process.ProcessFailure;
import io.penstock.schema.serde.TopicSchemas;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCheck;
import io.penstock.schema.topic.TopicCreator;
import io.penstock.schema.topic.TopicMender;
import io.penstock.schema.topic.TopicMismatch;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes clients of one cluster that carry records as large as Penstock's are. Values are bytes: a topic's serde gives them a type. */
public final class KafkaClients {

    private static final Duration TOPICS_TIMEOUT = Duration.ofSeconds(60);

    private final Settings settings;
    private final String bootstrapServers;

    /** Makes clients of the cluster behind {@code bootstrapServers}, host and port, several with commas. */
    public KafkaClients(Settings settings, String bootstrapServers) {
        this.settings = settings;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Waits until the cluster answers.
     *
     * @throws ProcessFailure where it did not within {@code timeout}, or at once where it refuses or no address can be made out: says why
     */
    public void awaitAnswer(Duration timeout) throws InterruptedException {
        try (Admin admin = admin()) {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs((int) timeout.toMillis())).nodes().get();
        } catch (ExecutionException | KafkaException e) {
            throw ClusterTrouble.of(e).orElseGet(() -> ClusterTrouble.noAnswer(bootstrapServers, e));
        }
    }

    /** Returns an administrator; the caller closes it. */
    public Admin admin() {
        return Admin.create(common(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
    }

    /** Returns a producer that loses and doubles nothing; the caller closes it. */
    public Producer<String, byte[]> producer() {
        return new KafkaProducer<>(producing(), new StringSerializer(), new ByteArraySerializer());
    }

    /** Returns a producer whose records are there together or not at all; one with the same name ends an earlier one. */
    public Producer<String, byte[]> transactionalProducer(String name) {
        Map<String, Object> properties = producing();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> producing() {
        Map<String, Object> properties = common(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG);
        int maxBytes = settings.pipeline().maxRecordBytes();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxBytes);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * maxBytes);
        return properties;
    }

    /** Returns a consumer without a group that sees committed records only; the caller assigns its partitions and closes it. */
    public Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(consuming(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> consuming() {
        Map<String, Object> properties = common(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, settings.pipeline().maxRecordBytes());
        return properties;
    }

    /** Returns the catalogue of topics, which reads records of other versions too: their schemas are on the topic of schemas. */
    public TopicCatalogue topics() {
        return settings.pipeline().topics(schemas());
    }

    private TopicSchemas schemas() {
        Map<String, Object> properties = consuming();
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new TopicSchemas(settings.pipeline().topics().schemas().name(),
            () -> new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer()),
            settings.pipeline().schemaTimeout());
    }

    /**
     * Publishes the schemas of this version on the topic of schemas, and registers them where records are written with a registry's ids.
     *
     * @throws ProcessFailure where the cluster or the registry refuses: says why
     */
    public void publishSchemas() throws InterruptedException {
        try (Producer<String, byte[]> producer = producer()) {
            schemas().publish(producer);
            settings.pipeline().topics().prepare();
        } catch (InterruptException e) {
            throw (InterruptedException) new InterruptedException("while publishing schemas").initCause(e);
        } catch (KafkaException e) {
            throw ClusterTrouble.of(e).orElseGet(() -> new ProcessFailure(ProcessFailure.Code.SCHEMAS_UNAVAILABLE, e.getMessage(), e));
        }
    }

    /**
     * Creates the topics that are missing and waits until they are usable.
     *
     * @return full names of those that were created
     */
    public List<String> createTopics() throws InterruptedException {
        return onTopics(admin -> new TopicCreator(admin, TOPICS_TIMEOUT).createMissing(settings.pipeline().topics(),
            settings.pipeline().layout()));
    }

    /** Returns what is wrong with some of the pipeline's topics; see {@link TopicCheck}. */
    public List<TopicMismatch> checkTopics(Collection<Topic<?>> topics) throws InterruptedException {
        return onTopics(admin -> new TopicCheck(admin, settings.pipeline().layout()).check(topics));
    }

    /**
     * Looks whether topics are what the pipeline needs.
     *
     * @throws ProcessFailure where they are not: says what is wrong with which, and what mends it
     */
    public void requireTopics(Collection<Topic<?>> topics) throws InterruptedException {
        List<TopicMismatch> wrong = checkTopics(topics);
        if (!wrong.isEmpty()) {
            throw new ProcessFailure(ProcessFailure.Code.TOPICS_UNFIT, wrong.size() + " things about the topics at " + bootstrapServers
                + " (BROKER) keep the stages from their work" + wrong.stream().map(mismatch -> "\n  " + mismatch.line())
                .collect(Collectors.joining()));
        }
    }

    /** Changes the settings of topics that exist to what the pipeline needs; returns what was changed. */
    public List<TopicMismatch> mendTopics() throws InterruptedException {
        return onTopics(admin -> new TopicMender(admin)
            .mend(new TopicCheck(admin, settings.pipeline().layout()).check(settings.pipeline().topics().all())));
    }

    /** Work on the pipeline's topics. */
    @FunctionalInterface
    private interface TopicWork<T> {

        T with(Admin admin) throws InterruptedException;
    }

    private <T> T onTopics(TopicWork<T> work) throws InterruptedException {
        try (Admin admin = admin()) {
            return work.with(admin);
        } catch (AuthorizationException e) {
            throw ClusterTrouble.topicsForbidden(settings.pipeline().topics().documents().name(), e);
        }
    }

    /** Returns the names of the topics that Kafka Streams made for an application and that have fewer replicas than configured. */
    public List<String> weakInternalTopics(String applicationId) throws InterruptedException {
        try (Admin admin = admin()) {
            List<String> internal = admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(applicationId + "-") && (name.endsWith("-changelog") || name.endsWith("-repartition")))
                .toList();
            return admin.describeTopics(internal).allTopicNames().get().values().stream().filter(topic -> topic.partitions().stream()
                .anyMatch(partition -> partition.replicas().size() < settings.pipeline().layout().replication()))
                .map(TopicDescription::name).sorted().toList();
        } catch (ExecutionException e) {
            throw ClusterTrouble.of(e).orElseGet(() -> ClusterTrouble.noAnswer(bootstrapServers, e));
        }
    }

    private Map<String, Object> common(String bootstrapKey) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(bootstrapKey, bootstrapServers);
        return properties;
    }
}
