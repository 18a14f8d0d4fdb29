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

/** The records that dead letters point to, where they still are. Used by one thread. */
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
        TopicPartition partition = new TopicPartition(why.topic(), why.partition());
        if (consumer.partitionsFor(why.topic()).stream().noneMatch(info -> info.partition() == why.partition())) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        long first = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (why.offset() < first || why.offset() >= end) {
            return Optional.empty();
        }
        consumer.seek(partition, why.offset());
        return next().filter(record -> record.offset() == why.offset() && Letter.pointsTo(letter.pointer(), record.value()));
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
