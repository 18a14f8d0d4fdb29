package io.penstock.app.client;

import io.penstock.app.client.DeadLetterBox.Entry;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.Letter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The records at places that others point to, where they still are. Used by one thread. */
public final class SourceRecords implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLLS = 60;

    private final Consumer<String, byte[]> consumer;

    /** Fetches with a consumer, which is closed with this. */
    public SourceRecords(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Returns the record that a letter points to.
     *
     * @return empty where it is no longer there, or another one is: its topic was cut or made anew
     */
    public Optional<ConsumerRecord<String, byte[]>> find(Entry letter) {
        DeadLetter why = letter.why();
        return at(why.topic(), why.partition(), why.offset()).filter(record -> Letter.pointsTo(letter.pointer(), record.value()));
    }

    /** Returns the record at a place; empty where there is none. */
    Optional<ConsumerRecord<String, byte[]>> at(String topic, int number, long offset) {
        TopicPartition partition = new TopicPartition(topic, number);
        if (consumer.partitionsFor(topic).stream().noneMatch(info -> info.partition() == number)) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        long first = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (offset < first || offset >= end) {
            return Optional.empty();
        }
        consumer.seek(partition, offset);
        return next().filter(record -> record.offset() == offset);
    }

    private Optional<ConsumerRecord<String, byte[]>> next() {
        for (int i = 0; i < POLLS; i++) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
