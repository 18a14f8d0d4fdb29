package io.penstock.app.config;

import io.penstock.app.text.Edits;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The keys that Kafka's clients and Streams know, as they are given behind {@code kafka.}: with or without the prefixes by which Streams
 * tells its clients apart.
 */
final class KafkaKeys {

    private static final Set<String> PREFIXES = Set.of("producer.", "consumer.", "main.consumer.", "restore.consumer.", "global.consumer.",
        "admin.");
    /** Streams hands these to the internal topics that it creates. */
    private static final String TOPIC = "topic.";

    private final Set<String> names = new TreeSet<>();

    KafkaKeys() {
        names.addAll(ProducerConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(AdminClientConfig.configNames());
        names.addAll(StreamsConfig.configDef().names());
    }

    /** Returns whether there is such a key. */
    boolean contains(String key) {
        return key.startsWith(TOPIC) || names.contains(key)
            || PREFIXES.stream().anyMatch(prefix -> key.startsWith(prefix) && names.contains(key.substring(prefix.length())));
    }

    /** Returns whether a key names classes of the operator's own, which may know keys that Kafka does not. */
    static boolean namesClasses(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.endsWith(".class") || lower.endsWith(".classes") || lower.endsWith(".reporters") || lower.endsWith(".providers");
    }

    /** Returns the known key that is written most like this one. */
    String nearest(String key) {
        return names.stream().min(Comparator.comparingInt(name -> Edits.between(key, name).size())).orElseThrow();
    }
}
