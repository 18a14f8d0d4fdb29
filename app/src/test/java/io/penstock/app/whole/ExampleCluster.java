package io.penstock.app.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.Settings;
import io.penstock.app.stage.Stage;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A broker with Penstock's topics, on which a test writes what stages would, and reads what the examples make of it. */
final class ExampleCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EmbeddedBroker broker;
    private final KafkaClients clients;
    private final TopicCatalogue topics;
    private final Producer<String, byte[]> producer;
    private final List<Future<?>> sent = new ArrayList<>();

    ExampleCluster() throws Exception {
        broker = EmbeddedBroker.temporary();
        clients = new KafkaClients(Settings.of(Stage.definitions(), null, Map.of("topics.partitions", "2"), Map.of()),
            broker.bootstrapServers());
        topics = clients.topics();
        clients.createTopics();
        clients.publishSchemas();
        producer = clients.producer();
    }

    String servers() {
        return broker.bootstrapServers();
    }

    TopicCatalogue topics() {
        return topics;
    }

    <V> void send(Topic<V> topic, String key, V value) {
        send(topic, key, topic.values().serializer().serialize(topic.name(), value));
    }

    /** Sends a value as it is; it is there once {@link #await} returns. */
    void send(Topic<?> topic, String key, byte[] value) {
        sent.add(producer.send(new ProducerRecord<>(topic.name(), key, value)));
    }

    /** Waits until a group has read everything that was sent, or a program of it has died. */
    void await(String group, ExampleProgram program) throws Exception {
        for (Future<?> each : sent) {
            each.get();
        }
        sent.clear();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (lag(group) > 0) {
            program.requireAlive();
            if (System.nanoTime() > deadline) {
                throw new AssertionError(group + " is " + lag(group) + " records behind");
            }
            Thread.sleep(50);
        }
    }

    /** Waits until a group is no more than so many records behind. */
    void awaitLag(String group, long most) throws Exception {
        while (lag(group) > most) {
            Thread.sleep(5);
        }
    }

    private long lag(String group) throws Exception {
        List<TopicPartition> read = (group.equals("sorting") ? List.of(topics.numbers(), topics.results())
            : List.of(topics.results(), topics.corrections())).stream().flatMap(topic -> List.of(0, 1).stream()
                .map(partition -> new TopicPartition(topic.name(), partition))).toList();
        try (Admin admin = clients.admin()) {
            var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            Map<TopicPartition, Long> ends = ends(read);
            return read.stream().mapToLong(part -> ends.get(part) - (committed.get(part) == null ? 0 : committed.get(part).offset())).sum();
        }
    }

    /** The ends of what is written: that offsets are committed may be seen before the lines of the same transaction. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) throws Exception {
        try (Admin admin = clients.admin()) {
            return admin.listOffsets(partitions.stream().collect(Collectors.toMap(part -> part, part -> OffsetSpec.latest()))).all().get()
                .entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
        }
    }

    /** Returns the committed lines of an example about documents whose name begins so. */
    List<JsonNode> lines(String example, String document) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = clients.consumer()) {
            List<TopicPartition> all = consumer.partitionsFor(example + ".lines").stream()
                .map(part -> new TopicPartition(part.topic(), part.partition())).toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = ends(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    lines.add(JSON.readTree(record.value()));
                }
            }
        }
        return lines.stream().filter(line -> line.path("document").textValue().startsWith(document)).toList();
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
    }
}
