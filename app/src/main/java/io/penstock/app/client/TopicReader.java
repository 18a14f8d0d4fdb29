package io.penstock.app.client;

import io.penstock.schema.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads some topics from their first record on, every partition, committed records only.
 *
 * <p>Used by one thread.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;

    /** Reads with a consumer, which is closed with this. */
    public TopicReader(Consumer<String, byte[]> consumer, Collection<Topic<?>> topics) {
        this.consumer = consumer;
        List<TopicPartition> partitions = topics.stream().flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Skips what is there already. */
    public void skipToEnd() {
        consumer.seekToEnd(consumer.assignment());
    }

    /** Returns the next records, waiting up to {@code timeout} for the first. */
    public ConsumerRecords<String, byte[]> poll(Duration timeout) {
        return consumer.poll(timeout);
    }

    /** Gives out every record that is there when this is called. */
    public void forEach(java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : poll(POLL)) {
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    each.accept(record);
                }
            }
        }
    }

    /** Returns whether everything that was there when asked has been read. */
    public boolean isAtEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Returns the value of a record as its topic's type; null for a tombstone. */
    public static <V> V value(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        return topic.values().deserializer().deserialize(topic.name(), record.headers(), record.value());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
