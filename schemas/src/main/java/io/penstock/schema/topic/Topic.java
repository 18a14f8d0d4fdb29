package io.penstock.schema.topic;

import io.penstock.schema.serde.AvroSerde;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * One topic of the pipeline: its name, the type of its values, how it is kept. Keys are UTF-8 strings on every topic.
 *
 * @param shortName name without the prefix, as commands spell it: {@code numbers}
 * @param name      full name on the cluster: {@code penstock.numbers}
 * @param values    serde of the values
 * @param cleanup   whether the newest value of each key is kept for ever
 * @param <V>       type of the values
 */
public record Topic<V>(String shortName, String name, Serde<V> values, Cleanup cleanup) {

    /** What the broker does with old records. */
    public enum Cleanup {
        /** Deleted after the retention time. */
        DELETE,
        /** The same, but not before the last stage forgets the document: other records point at these. */
        DELETE_LATE,
        /** The newest record of each key stays. */
        COMPACT,
        /** The same, in one partition: every stage reads all of it. */
        COMPACT_ALL
    }

    /** Returns the serde of the keys. */
    public Serde<String> keys() {
        return Serdes.String();
    }

    /** Returns the serde of Avro values that are handed on as bytes, in single-object encoding with a schema of this version. */
    public Serde<byte[]> encoded() {
        return ((AvroSerde<?>) values).encoded();
    }

    /** Returns how a topology reads this topic. */
    public Consumed<String, V> consumed() {
        return Consumed.with(keys(), values).withName("read-" + shortName);
    }

    /** Returns how a topology writes this topic. */
    public Produced<String, V> produced() {
        return Produced.with(keys(), values).withName("write-" + shortName);
    }

    /** Returns the request that creates this topic in a layout. */
    NewTopic create(TopicLayout layout) {
        return new NewTopic(name, partitions(layout), layout.replication()).configs(configs(layout));
    }

    /** Returns how many partitions this topic has in a layout. */
    int partitions(TopicLayout layout) {
        return cleanup == Cleanup.COMPACT_ALL ? 1 : layout.partitions();
    }

    /** Returns the settings of this topic in a layout. Records count as old from their arrival: a scan may be dated long ago. */
    Map<String, String> configs(TopicLayout layout) {
        boolean compact = cleanup == Cleanup.COMPACT || cleanup == Cleanup.COMPACT_ALL;
        Duration retention = cleanup == Cleanup.DELETE_LATE ? layout.lateRetention() : layout.retention();
        return Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, compact ? "compact" : "delete",
            TopicConfig.RETENTION_MS_CONFIG, Long.toString(compact ? -1 : retention.toMillis()),
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(layout.maxMessageBytes()),
            TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(layout.minInSync()),
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    }
}
