package io.penstock.app.stage;

import io.penstock.app.config.InvalidSettingException;
import io.penstock.app.config.PipelineConfig;
import io.penstock.app.config.Settings;
import io.penstock.schema.deadletter.DeadLetterDeserializationHandler;
import io.penstock.schema.deadletter.DeadLetterProcessingHandler;
import io.penstock.schema.deadletter.DeadLetterProductionHandler;
import io.penstock.schema.deadletter.DeadLetterRoute;
import io.penstock.schema.deadletter.PageRecords;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.schema.topic.TopicLayout;
import io.penstock.schema.document.ArrivalTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The Kafka Streams properties of one stage. */
final class StreamsProperties {

    /** Records of the sink that are held in memory for each partition; they have kilobytes. */
    private static final int BUFFERED_RECORDS = 64;

    /** What else a transaction does besides the slowest record. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    /** Longest transaction that a broker allows unless it is configured otherwise. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

    private static final Duration DELIVERY = Duration.ofMinutes(2);

    private static final int FETCH_BYTES_PER_PARTITION = 8 * 1024 * 1024;

    /** How long a process that was killed is waited for. */
    private static final Duration SESSION = Duration.ofSeconds(10);

    /** How soon the others learn that the group changes; until all know, none commits. */
    private static final Duration HEARTBEAT = Duration.ofMillis(500);

    private StreamsProperties() {
    }

    @SuppressWarnings("deprecation") // the switch goes with the release in which it is always on
    static Properties of(Stage stage, TopicCatalogue topics, Settings settings, String bootstrapServers, Path stateDir) {
        PipelineConfig config = settings.pipeline();
        int records = stage.isSlow() ? 1 : BUFFERED_RECORDS;
        Duration transaction = transaction(stage, settings);
        Properties properties = new Properties();
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) HEARTBEAT.toMillis());
        TopicLayout layout = config.layout();
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) layout.replication());
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), layout.minInSync());
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), layout.maxMessageBytes());
        properties.putAll(settings.kafka());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId(stage.shortName()));
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads(stage.shortName(),
            Runtime.getRuntime().availableProcessors()));
        properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, records);
        properties.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, ArrivalTime.class);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterDeserializationHandler.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterProductionHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterProcessingHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        properties.putAll(new DeadLetterRoute(topics.deadLetters().name(), stage.shortName(),
            new PageRecords(topics.format())).properties());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), config.linger().toMillis());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), config.maxRecordBytes());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 2L * config.maxRecordBytes());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int) transaction.toMillis());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG), (int) DELIVERY.toMillis());
        // One at a time: it is committed as soon as it is done and the interval over, so that no two slow ones are in a transaction.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), records);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), config.maxRecordBytes());
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), FETCH_BYTES_PER_PARTITION);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG),
            (int) transaction.multipliedBy(2).toMillis());
        return properties;
    }

    private static Duration transaction(Stage stage, Settings settings) {
        Duration transaction = stage.slowestRecord(settings).plus(MARGIN);
        if (transaction.compareTo(LONGEST_TRANSACTION) > 0) {
            throw new InvalidSettingException("the limits allow stage " + stage.shortName() + " " + transaction.toSeconds()
                + " s for one record, more than the " + LONGEST_TRANSACTION.toSeconds()
                + " s of a transaction: lower isolation.page.seconds or ingest.limit.seconds");
        }
        return transaction;
    }
}
