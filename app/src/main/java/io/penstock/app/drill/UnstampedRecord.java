package io.penstock.app.drill;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record such as clients in other languages may send: its time is -1, which stays where the topic keeps producers' times.
 *
 * @param <K> type of the key
 * @param <V> type of the value
 */
public final class UnstampedRecord<K, V> extends ProducerRecord<K, V> {

    /** Makes a record for a topic. */
    public UnstampedRecord(String topic, K key, V value) {
        super(topic, key, value);
    }

    @Override
    public Long timestamp() {
        return -1L;
    }
}
