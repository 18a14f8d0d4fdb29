package io.penstock.review.desk;

import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.ReplayMark;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The last dead letters, looked up at most every few seconds. Thread-safe. */
public final class DeadLetterTail {

    private static final int OF_EACH_PARTITION = 25;
    private static final int SHOWN = 50;
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String topic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private List<Entry> known = List.of();
    private Instant looked = Instant.MIN;

    /** Looks at the dead letters of a pipeline. */
    public DeadLetterTail(TopicCatalogue topics, Supplier<Consumer<String, byte[]>> consumers) {
        this.topic = topics.deadLetters().name();
        this.consumers = consumers;
    }

    /** A dead letter, without the bytes: its key, who gave up, why, when and where. */
    public record Entry(String key, String stage, String code, String message, Instant at, ReplayMark place) {
    }

    /** Returns the last ones that were not replayed, newest first; those that were found before where Kafka does not answer. */
    public synchronized List<Entry> last() {
        if (Instant.now().isAfter(looked.plus(FRESH))) {
            looked = Instant.now();
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                known = read(consumer);
            } catch (KafkaException e) {
                return known;
            }
        }
        return known;
    }

    private List<Entry> read(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        partitions.forEach(partition -> consumer.seek(partition,
            Math.max(begins.get(partition), ends.get(partition) - OF_EACH_PARTITION)));
        List<Entry> found = new ArrayList<>();
        Set<ReplayMark> replayed = new HashSet<>();
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < deadline
            && partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                DeadLetter why = DeadLetter.of(record.headers());
                ReplayMark.of(record.headers()).ifPresentOrElse(replayed::add, () -> found.add(
                    new Entry(record.key(), why.stage(), why.code(), why.message(), Instant.ofEpochMilli(record.timestamp()),
                        new ReplayMark(record.partition(), record.offset()))));
            }
        }
        return found.stream().filter(entry -> !replayed.contains(entry.place()))
            .sorted(Comparator.comparing(Entry::at).reversed()).limit(SHOWN).toList();
    }
}
