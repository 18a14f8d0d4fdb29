package io.penstock.schema.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.schema.Page;
import io.penstock.schema.Submission;
import io.penstock.schema.registry.SchemaUnavailableException;
import io.penstock.schema.serde.AvroFormat;
import io.penstock.schema.serde.ShippedSchemas;
import io.penstock.schema.serde.SingleObjectSerde;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** The handlers in a topology that meets each fault: pages in, pages out. */
class DeadLetterHandlersTest {

    private static final int LIMIT = 2_000;
    private static final long OUT_OF_REACH = 7;

    private final SingleObjectSerde<Page> serde = SingleObjectSerde.of(Page.class, DeadLetterHandlersTest::schema, LIMIT);

    @Test
    void bytesThatAreNoRecordAreDeadLetteredAndTheStreamGoesOn() {
        try (TopologyTestDriver driver = driver()) {
            send(driver, "a.pdf", "no Avro".getBytes(StandardCharsets.UTF_8));
            send(driver, "b.pdf", bytes(page("b.pdf", 10)));

            TestRecord<String, byte[]> letter = deadLetters(driver).get(0);
            assertThat(letter.key()).isEqualTo("a.pdf");
            assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("no Avro");
            DeadLetter why = DeadLetter.of(letter.headers());
            assertThat(why.code()).isEqualTo("RECORD_UNREADABLE");
            assertThat(why.stage()).isEqualTo("copy");
            assertThat(why.topic()).isEqualTo("in");
            assertThat(keysOut(driver)).containsExactly("b.pdf");
        }
    }

    @Test
    void aRecordOnWhichTheStageFailsIsDeadLetteredAndTheStreamGoesOn() {
        try (TopologyTestDriver driver = driver()) {
            byte[] poison = bytes(page("poison", 10));
            send(driver, "poison", poison);
            send(driver, "b.pdf", bytes(page("b.pdf", 10)));

            TestRecord<String, byte[]> letter = deadLetters(driver).get(0);
            assertThat(letter.value()).isEqualTo(poison);
            assertThat(DeadLetter.of(letter.headers()).code()).isEqualTo("STAGE_FAILED");
            assertThat(DeadLetter.of(letter.headers()).message()).contains("as ordered");
            assertThat(DeadLetter.original(letter.headers()).lastHeader("form").value()).asString().isEqualTo("tally");
            assertThat(keysOut(driver)).containsExactly("b.pdf");
        }
    }

    @Test
    void aRecordThatGrowsTooLargeIsDeadLetteredWithItsSource() {
        try (TopologyTestDriver driver = driver()) {
            byte[] source = bytes(page("grow", 1_500));
            send(driver, "grow", source);

            TestRecord<String, byte[]> letter = deadLetters(driver).get(0);
            assertThat(letter.key()).isEqualTo("grow");
            assertThat(letter.value()).isEqualTo(source);
            assertThat(DeadLetter.of(letter.headers()).code()).isEqualTo("RECORD_TOO_LARGE");
            assertThat(LostPage.of(letter.headers())).contains(
                new LostPage("grow", new Submission("in", 0, 0L, Instant.EPOCH, "s1"), 1, 1));
        }
    }

    @Test
    void faultsOfKafkaItselfAreNotTheRecords() {
        try (TopologyTestDriver driver = driver()) {
            byte[] broken = bytes(page("kafka", 10));
            assertThatThrownBy(() -> send(driver, "kafka", broken)).isInstanceOf(KafkaException.class);
        }
    }

    @Test
    void aRecordWhoseSchemaIsOutOfReachIsReadAgain() {
        byte[] newer = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x01C3).putLong(OUT_OF_REACH).array();
        try (TopologyTestDriver driver = driver()) {
            assertThatThrownBy(() -> send(driver, "a.pdf", newer)).isInstanceOf(KafkaException.class).hasRootCauseMessage("down");
            assertThat(deadLetters(driver)).isEmpty();
        }
    }

    private static Schema schema(long fingerprint) {
        if (fingerprint == OUT_OF_REACH) {
            throw new SchemaUnavailableException("down", null);
        }
        return ShippedSchemas.load().byFingerprint(fingerprint);
    }

    private TopologyTestDriver driver() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.String(), serde)).mapValues(DeadLetterHandlersTest::work)
            .to("out", Produced.with(Serdes.String(), serde));
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "copy");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterDeserializationHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterProcessingHandler.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterProductionHandler.class);
        properties.putAll(new DeadLetterRoute("dead", "copy", new PageRecords(AvroFormat.ofJar(1))).properties());
        return new TopologyTestDriver(builder.build(), properties);
    }

    private static Page work(Page page) {
        return switch (page.getDocument()) {
            case "poison" -> throw new IllegalStateException("as ordered");
            case "kafka" -> throw new KafkaException("as ordered");
            case "grow" -> page(page.getDocument(), 2 * LIMIT);
            default -> page;
        };
    }

    private static Page page(String document, int imageBytes) {
        return Page.newBuilder().setDocument(document).setSubmission(new Submission("in", 0, 0L, Instant.EPOCH, "s1")).setNumber(1)
            .setCount(1).setMediaType("image/png").setWidth(1).setHeight(1).setImage(ByteBuffer.allocate(imageBytes)).build();
    }

    private byte[] bytes(Page page) {
        return serde.serializer().serialize("in", page);
    }

    private static void send(TopologyTestDriver driver, String key, byte[] value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("form", "tally".getBytes(StandardCharsets.UTF_8));
        driver.createInputTopic("in", new StringSerializer(), new ByteArraySerializer()).pipeInput(new TestRecord<>(key, value, headers));
    }

    private static List<TestRecord<String, byte[]>> deadLetters(TopologyTestDriver driver) {
        return driver.createOutputTopic("dead", new StringDeserializer(), new ByteArrayDeserializer()).readRecordsToList();
    }

    private static List<String> keysOut(TopologyTestDriver driver) {
        return driver.createOutputTopic("out", new StringDeserializer(), new ByteArrayDeserializer()).readKeyValuesToList().stream()
            .map(pair -> pair.key).toList();
    }
}
