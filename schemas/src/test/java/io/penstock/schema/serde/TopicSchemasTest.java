package io.penstock.schema.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.schema.registry.SchemaUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** The store behind a topic, over a consumer that is none; a broker is in the tests of the program. */
class TopicSchemasTest {

    private static final String TOPIC = "schemas";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Schema NEWER = SchemaBuilder.record("Newer").fields().requiredInt("a").endRecord();
    private static final long FINGERPRINT = SchemaNormalization.parsingFingerprint64(NEWER);

    private final List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
    private int looks;

    @Test
    void aSchemaIsLookedForOnTheTopicOnlyWhereTheJarHasItNot() {
        put(SchemaSource.name(FINGERPRINT), NEWER.toString());
        TopicSchemas schemas = schemas();
        Schema shipped = ShippedSchemas.load().all().iterator().next();
        assertThat(schemas.byFingerprint(SchemaNormalization.parsingFingerprint64(shipped))).isEqualTo(shipped);
        assertThat(looks).isZero();
        assertThat(schemas.byFingerprint(FINGERPRINT)).isEqualTo(NEWER);
        assertThat(schemas.byFingerprint(FINGERPRINT)).isEqualTo(NEWER);
        assertThat(looks).isOne();
    }

    @Test
    void aSchemaThatIsPublishedLaterIsFoundThen() {
        TopicSchemas schemas = schemas();
        assertThat(schemas.byFingerprint(FINGERPRINT)).isNull();
        put(SchemaSource.name(FINGERPRINT), NEWER.toString());
        assertThat(schemas.byFingerprint(FINGERPRINT)).isEqualTo(NEWER);
    }

    @Test
    void whatIsNotTheSchemaThatItsKeyNamesIsLeftOut() {
        put("0000000000000000", NEWER.toString());
        put(null, NEWER.toString());
        put("x", "no schema");
        put("y", null);
        assertThat(schemas().byFingerprint(FINGERPRINT)).isNull();
        put(SchemaSource.name(FINGERPRINT), NEWER.toString());
        assertThat(schemas().byFingerprint(FINGERPRINT)).isEqualTo(NEWER);
    }

    @Test
    void aTopicThatIsOutOfReachIsNotTheRecordsFault() {
        TopicSchemas schemas = new TopicSchemas(TOPIC, () -> {
            throw new KafkaException("out of reach");
        }, Duration.ofSeconds(1));
        assertThatThrownBy(() -> schemas.byFingerprint(FINGERPRINT)).isInstanceOf(SchemaUnavailableException.class)
            .hasMessageContaining(SchemaSource.name(FINGERPRINT)).hasMessageContaining("out of reach");
    }

    @Test
    void aLookEndsInTime() {
        TopicSchemas schemas = new TopicSchemas(TOPIC, () -> {
            MockConsumer<String, byte[]> consumer = consumer();
            consumer.updateEndOffsets(Map.of(PARTITION, 1L));
            return consumer;
        }, Duration.ofMillis(200));
        assertThatThrownBy(() -> schemas.byFingerprint(FINGERPRINT)).isInstanceOf(SchemaUnavailableException.class)
            .hasMessageContaining("200 ms");
    }

    @Test
    void everyShippedSchemaIsPublishedOnce() throws InterruptedException {
        MockProducer<String, byte[]> producer = new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(),
            new ByteArraySerializer());
        assertThat(schemas().publish(producer)).hasSameSizeAs(ShippedSchemas.load().all());
        producer.history().forEach(sent -> put(sent.key(), new String(sent.value(), StandardCharsets.UTF_8)));
        assertThat(schemas().publish(producer)).isEmpty();
    }

    @Test
    void nothingIsPublishedWithoutTheTopic() {
        TopicSchemas schemas = new TopicSchemas(TOPIC, () -> new MockConsumer<>("earliest"), Duration.ofSeconds(1));
        assertThatThrownBy(() -> schemas.publish(new MockProducer<>())).isInstanceOf(UnknownTopicOrPartitionException.class);
        assertThat(schemas.byFingerprint(FINGERPRINT)).isNull();
    }

    private void put(String key, String schema) {
        topic.add(new ConsumerRecord<>(TOPIC, 0, topic.size(), key, schema == null ? null : schema.getBytes(StandardCharsets.UTF_8)));
    }

    private TopicSchemas schemas() {
        return new TopicSchemas(TOPIC, this::look, Duration.ofSeconds(5));
    }

    private Consumer<String, byte[]> look() {
        looks++;
        MockConsumer<String, byte[]> consumer = consumer();
        consumer.updateEndOffsets(Map.of(PARTITION, (long) topic.size()));
        consumer.schedulePollTask(() -> topic.forEach(consumer::addRecord));
        return consumer;
    }

    private static MockConsumer<String, byte[]> consumer() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        Node node = new Node(1, "localhost", 9092);
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        return consumer;
    }
}
