package io.penstock.app.client;

import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;

/** The dead letters of a cluster. */
public final class DeadLetterBox {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final TopicCatalogue topics;

    /** Looks at the dead letters of the pipeline with these topics. */
    public DeadLetterBox(KafkaClients clients, TopicCatalogue topics) {
        this.clients = clients;
        this.topics = topics;
    }

    /**
     * One dead letter.
     *
     * @param document  document id; null where the record had none
     * @param why       why it was given up
     * @param headers   the original headers
     * @param bytes     the original bytes; empty where there are none
     * @param timestamp when it was given up, milliseconds since 1970
     */
    public record Entry(String document, DeadLetter why, Headers headers, byte[] bytes, long timestamp) {
    }

    /** Returns all that are there, oldest first. */
    public List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.deadLetters()))) {
            do {
                reader.poll(POLL).forEach(record -> entries.add(entry(record)));
            } while (!reader.isAtEnd());
        }
        entries.sort(Comparator.comparingLong(Entry::timestamp));
        return entries;
    }

    private static Entry entry(ConsumerRecord<String, byte[]> record) {
        return new Entry(record.key(), DeadLetter.of(record.headers()), DeadLetter.original(record.headers()),
            record.value() == null ? new byte[0] : record.value(), record.timestamp());
    }

    /**
     * Sends dead letters to the topics they came from, with their original headers, and returns when they are there.
     *
     * @throws KafkaException       where the cluster does not take one
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public void replay(Collection<Entry> entries) throws InterruptedException {
        try (Producer<String, byte[]> producer = clients.producer()) {
            var sent = entries.stream().map(entry -> producer.send(new ProducerRecord<>(entry.why().topic(), null, entry.document(),
                entry.bytes(), entry.headers()))).toList();
            Delivery.await(producer, sent, "cannot replay all dead letters");
        }
    }
}
