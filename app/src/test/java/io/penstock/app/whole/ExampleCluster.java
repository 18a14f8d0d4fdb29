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

    <V> void send(Topic<V> topic, String key, V value) throws Exception {
        send(topic, key, topic.values().serializer().serialize(topic.name(), value));
    }

    void send(Topic<?> topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }

    /** Waits until a group has read everything that was sent, or a program of it has died. */
    void await(String group, ExampleProgram program) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (lag(group) > 0) {
            program.requireAlive();
            if (System.nanoTime() > deadline) {
                throw new AssertionError(group + " is " + lag(group) + " records behind");
            }
            Thread.sleep(50);
        }
    }

    /** Returns how many records a group has not finished. */
    long lag(String group) throws Exception {
        List<TopicPartition> read = (group.equals("sorting") ? List.of(topics.numbers(), topics.results())
            : List.of(topics.results(), topics.corrections())).stream().flatMap(topic -> List.of(0, 1).stream()
                .map(partition -> new TopicPartition(topic.name(), partition))).toList();
        try (Admin admin = clients.admin()) {
            var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            var ends = admin.listOffsets(read.stream().collect(Collectors.toMap(part -> part, part -> OffsetSpec.latest()))).all().get();
            return read.stream().mapToLong(part -> ends.get(part).offset()
                - (committed.get(part) == null ? 0 : committed.get(part).offset())).sum();
        }
    }

    /** Returns the committed lines of an example about documents whose name begins so, without the numbers of reasons. */
    List<JsonNode> lines(String example, String document) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = clients.consumer()) {
            List<TopicPartition> all = consumer.partitionsFor(example + ".lines").stream()
                .map(part -> new TopicPartition(part.topic(), part.partition())).toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
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
