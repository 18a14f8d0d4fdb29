package io.penstock.review.desk;

import io.penstock.schema.topic.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The forms that a page may be, looked up at most every few seconds. Thread-safe. */
public final class FormNames {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Pattern LINE = Pattern.compile("^(version|title):[ \\t]*[\"']?([^\\r\\n]*?)[\"']?[ \\t]*$", Pattern.MULTILINE);

    private final String topic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private Map<String, Form> known = Map.of();
    private Instant looked = Instant.MIN;

    /** Looks at the forms of a pipeline. */
    public FormNames(TopicCatalogue topics, Supplier<Consumer<String, byte[]>> consumers) {
        this.topic = topics.forms().name();
        this.consumers = consumers;
    }

    /** What a person is told of a form. */
    public record Form(String version, String title) {

        private static Form of(String definition) {
            String version = "";
            String title = "";
            for (Matcher line = LINE.matcher(definition); line.find(); ) {
                version = line.group(1).equals("version") ? line.group(2) : version;
                title = line.group(1).equals("title") ? line.group(2) : title;
            }
            return new Form(version, title);
        }
    }

    /** Returns the forms by their names; those that were found before where Kafka does not answer. */
    public synchronized Map<String, Form> byName() {
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

    private Map<String, Form> read(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        long end = consumer.endOffsets(partitions).get(partitions.get(0));
        Map<String, Form> found = new TreeMap<>();
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < deadline && consumer.position(partitions.get(0)) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.value() == null) {
                    found.remove(record.key());
                } else {
                    found.put(record.key(), Form.of(new String(record.value(), StandardCharsets.UTF_8)));
                }
            }
        }
        return found;
    }
}
