package io.penstock.app.client;

import io.penstock.app.client.DeadLetterBox.Entry;
import io.penstock.schema.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Knows of each document whose dead letter is to be replayed whether it was submitted again since. */
final class LaterSubmissions {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String topic;
    private final Map<String, Long> newest;

    private LaterSubmissions(String topic, Map<String, Long> newest) {
        this.topic = topic;
        this.newest = newest;
    }

    /** The document of a dead letter and where it was submitted. */
    record Place(String document, int partition, long offset) {
    }

    /** Returns the place of a letter's document in the topic of documents; null where the letter is none of that topic. */
    static Place of(Entry letter, Topic<byte[]> documents) {
        return letter.why().topic().equals(documents.name()) && letter.document() != null
            ? new Place(letter.document(), letter.why().partition(), letter.why().offset()) : null;
    }

    /** Looks through the topic of documents, from the first of some places on, with a consumer, which stays the caller's. */
    static LaterSubmissions find(Consumer<String, byte[]> consumer, Topic<byte[]> documents, Collection<Place> places) {
        Map<String, Long> newest = new HashMap<>();
        places.forEach(place -> newest.merge(place.document(), place.offset(), Math::max));
        Map<TopicPartition, Long> first = places.stream().collect(Collectors.toMap(
            place -> new TopicPartition(documents.name(), place.partition()), Place::offset, Math::min));
        Set<TopicPartition> present = consumer.partitionsFor(documents.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition())).collect(Collectors.toSet());
        first.keySet().retainAll(present);
        Map<TopicPartition, Long> ends = consumer.endOffsets(first.keySet());
        for (Map.Entry<TopicPartition, Long> each : first.entrySet()) {
            long end = ends.get(each.getKey());
            consumer.assign(List.of(each.getKey()));
            consumer.seek(each.getKey(), Math.min(each.getValue(), end));
            while (consumer.position(each.getKey()) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    newest.computeIfPresent(String.valueOf(record.key()), (document, offset) -> Math.max(offset, record.offset()));
                }
            }
        }
        return new LaterSubmissions(documents.name(), newest);
    }

    /** Returns whether the document of a letter was submitted again after the letter's submission. */
    boolean isSuperseded(Entry letter) {
        return letter.why().topic().equals(topic) && newest.getOrDefault(letter.document(), -1L) > letter.why().offset();
    }
}
