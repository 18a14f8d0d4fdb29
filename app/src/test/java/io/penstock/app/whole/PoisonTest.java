package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.FormFiles;
import io.penstock.app.client.FormPublisher;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.config.Settings;
import io.penstock.app.drill.DrillDocument;
import io.penstock.app.stage.Pipeline;
import io.penstock.app.stage.Stage;
import io.penstock.isolate.drill.Act;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.Letter;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Poison beside good scans on the same partition, on a broker and under the settings of production: the next good scan is read. */
class PoisonTest {

    private static final String GOOD = "us-zip-card-0007.png";
    private static final Duration NEXT = Duration.ofSeconds(10);
    private static final Duration NEXT_AFTER_DEATH = Duration.ofSeconds(20);
    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    private static Path state;
    private static EmbeddedBroker broker;
    private static Pipeline pipeline;
    private static TopicCatalogue topics;
    private static KafkaClients clients;
    private static TopicReader reader;
    private static int submitted;

    private final List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.temporary();
        Settings settings = Settings.of(Stage.definitions(), null, Map.of(), Map.of("topics.partitions", "1",
            "isolation.drills", "true"));
        topics = settings.pipeline().topics();
        clients = new KafkaClients(settings, broker.bootstrapServers());
        clients.createTopics();
        try (Producer<String, byte[]> producer = clients.producer()) {
            FormPublisher.publish(producer, topics.forms().name(), FormFiles.read(List.of(Path.of("..", "forms", "us-zip-card.yaml"))));
        }
        pipeline = Pipeline.start(EnumSet.allOf(Stage.class), settings, broker.bootstrapServers(), state);
        pipeline.awaitRunning(START);
        reader = new TopicReader(clients.consumer(), List.of(topics.numbers(), topics.deadLetters()));
        new PoisonTest().nextGoodScan(START);
    }

    @AfterAll
    static void stop() {
        reader.close();
        pipeline.close();
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({"ingest, HANG, TIMEOUT", "ingest, CRASH, CRASHED", "segment, STALL, TIMEOUT", "segment, CRASH, CRASHED",
        "segment, ERROR, SEGMENT_FAILED", "classify, ALLOCATE, OUT_OF_MEMORY", "classify, KILL, CRASHED"})
    void aScanThatOrdersItIsADeadLetter(String stage, Act act, String code) throws Exception {
        DrillDocument drill = new DrillDocument(stage, act);
        send(new ProducerRecord<>(topics.documents().name(), drill.id(), drill.png()), "none");
        nextGoodScan(code.equals("CRASHED") ? NEXT_AFTER_DEATH : NEXT);
        assertDead(drill.id(), code);
    }

    @Test
    void aDocumentThatJustFitsIntoATopicIsADeadLetterThatDoes() throws Exception {
        send(new ProducerRecord<>(topics.documents().name(), "brim", new byte[64 * 1024 * 1024 - 200]), "none");
        nextGoodScan(NEXT);
        assertDead("brim", "TOO_LARGE");
        assertThat(Letter.sourceBytes(letters.get(0).headers(), letters.get(0).value())).isEqualTo(64 * 1024 * 1024 - 200);
    }

    @Test
    void aDocumentThatIsLargerThanATopicTakesOnceUnpackedIsADeadLetter() throws Exception {
        send(new ProducerRecord<>(topics.documents().name(), "packed", new byte[70_000_000]), "gzip");
        nextGoodScan(NEXT);
        assertDead("packed", "TOO_LARGE");
    }

    @Test
    void aCorrectionOfAForgedLengthIsADeadLetter() throws Exception {
        // the mark and fingerprint of a correction, then two billion as the length of its first text
        byte[] good = topics.corrections().values().serializer().serialize("", Correction.newBuilder().setReview("r").setDocument("d")
            .setOutcome(CorrectionOutcome.EMPTY).setReviewer("ann").setCorrectedAt(Instant.EPOCH).build());
        byte[] forged = ByteBuffer.allocate(15).put(good, 0, 10).put(HexFormat.of().parseHex("80d0acf30e")).array();
        send(new ProducerRecord<>(topics.corrections().name(), "forged", forged), "none");
        nextGoodScan(NEXT);
        assertDead("forged", "RECORD_UNREADABLE");
    }

    private void assertDead(String key, String code) {
        for (long deadline = System.nanoTime() + NEXT.toNanos(); letters.isEmpty() && System.nanoTime() < deadline;) {
            reader.poll(Duration.ofMillis(50)).forEach(letters::add);
        }
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(key);
            assertThat(DeadLetter.of(letter.headers()).code()).isEqualTo(code);
        });
    }

    private static void send(ProducerRecord<String, byte[]> record, String compression) throws Exception {
        Map<String, Object> properties = Map.of("bootstrap.servers", broker.bootstrapServers(), "max.request.size", 100_000_000,
            "buffer.memory", 200_000_000L, "compression.type", compression);
        try (Producer<String, byte[]> producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    /** Submits a good scan and returns when its number is there; keeps the dead letters on the way. */
    private void nextGoodScan(Duration most) throws Exception {
        String id = "good-" + submitted++;
        send(new ProducerRecord<>(topics.documents().name(), id, Files.readAllBytes(Path.of("..", "samples", GOOD))), "none");
        long deadline = System.nanoTime() + most.toNanos();
        boolean read = false;
        while (!read) {
            assertThat(System.nanoTime()).as("the next good scan is not read within " + most).isLessThan(deadline);
            assertThat(pipeline.failure()).isEmpty();
            for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(50))) {
                if (record.topic().equals(topics.deadLetters().name())) {
                    letters.add(record);
                }
                read |= id.equals(record.key());
            }
        }
    }
}
