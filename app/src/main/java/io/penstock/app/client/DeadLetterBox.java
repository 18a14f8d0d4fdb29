package io.penstock.app.client;

import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.Letter;
import io.penstock.schema.deadletter.ReplayMark;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** The dead letters of a cluster. Holds one in memory at a time, and the places of those that were replayed. */
public final class DeadLetterBox {

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
     * @param document    document id, or the key of another record; null where it had none
     * @param why         why it was given up
     * @param headers     the original headers
     * @param bytes       the original bytes; empty where there are none or the letter is a pointer
     * @param sourceBytes how many original bytes there are
     * @param pointer     all headers of a letter whose bytes lie in the topic that they came from; null where they are here
     * @param place       partition and offset of the letter
     * @param replayed    whether it was replayed already
     */
    public record Entry(String document, DeadLetter why, Headers headers, byte[] bytes, int sourceBytes, Headers pointer, ReplayMark place,
                        boolean replayed) {
    }

    /** Gives out all that are there when this is called, partition by partition, oldest first. */
    public void forEach(Consumer<Entry> reader) {
        Set<ReplayMark> replayed = new HashSet<>();
        read(letter -> ReplayMark.of(letter.headers()).ifPresent(replayed::add));
        read(letter -> {
            if (ReplayMark.of(letter.headers()).isEmpty()) {
                reader.accept(entry(letter, replayed));
            }
        });
    }

    private void read(Consumer<ConsumerRecord<String, byte[]>> each) {
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.deadLetters()))) {
            reader.forEach(each);
        }
    }

    private static Entry entry(ConsumerRecord<String, byte[]> letter, Set<ReplayMark> replayed) {
        ReplayMark place = new ReplayMark(letter.partition(), letter.offset());
        return new Entry(letter.key(), DeadLetter.of(letter.headers()), DeadLetter.original(letter.headers()),
            letter.value() == null ? new byte[0] : letter.value(), Letter.sourceBytes(letter.headers(), letter.value()),
            Letter.isPointer(letter.headers()) ? letter.headers() : null, place, replayed.contains(place));
    }
}
