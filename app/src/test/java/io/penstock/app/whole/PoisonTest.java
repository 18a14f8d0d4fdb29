package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.FormFiles;
import io.penstock.app.client.FormPublisher;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.Resubmission;
import io.penstock.app.client.TopicReader;
import io.penstock.app.config.Settings;
import io.penstock.app.drill.Rehearsal;
import io.penstock.app.drill.RehearsalRun;
import io.penstock.app.drill.RehearsalRun.Report;
import io.penstock.app.drill.UnstampedRecord;
import io.penstock.app.stage.Pipeline;
import io.penstock.app.stage.Stage;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Submission;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.Letter;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Poison beside good scans on the same partition, on a broker and under the settings of production: the next good scan is read. */
@Tag("alone")
class PoisonTest {

    private static final String GOOD = "us-zip-card-0007.png";
    private static final String EARLY = "us-cheque-0002.jpg";
    private static final String EARLY_FORM = "us-cheque.yaml";
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
    private final List<RecognizedNumber> numbers = new ArrayList<>();
    private final List<RecognizedDocument> results = new ArrayList<>();

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
        pipeline = Pipeline.start(Stage.reading(), settings, broker.bootstrapServers(), state);
        pipeline.awaitRunning(START);
        reader = new TopicReader(clients.consumer(), List.of(topics.numbers(), topics.results(), topics.deadLetters()));
        new PoisonTest().nextGoodScan(START);
    }

    @AfterAll
    static void stop() {
        reader.close();
        pipeline.close();
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-hang", "ingest-crash", "segment-stall", "segment-crash", "segment-error", "classify-allocate",
        "classify-kill", "classify-slow", "huge"})
    void eachMishapBecomesWhatItMustAndTheNextGoodScanIsRead(String name) throws Exception {
        Rehearsal rehearsal = Rehearsal.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        try (RehearsalRun run = new RehearsalRun(clients, topics, NEXT_AFTER_DEATH)) {
            Report report = run.rehearse(rehearsal);
            assertThat(report.code()).isEqualTo(rehearsal.code());
            assertThat(report.status()).contains(name.startsWith("ingest") || name.equals("huge") ? DocumentStatus.REFUSED
                : DocumentStatus.COMPLETE);
            assertThat(report.next().orElseThrow()).isLessThan(report.code().equals(Optional.of("CRASHED")) ? NEXT_AFTER_DEATH : NEXT);
        }
    }

    @Test
    void aRecordWithoutATimeIsADocumentLikeAnother() throws Exception {
        ConfigResource documents = new ConfigResource(ConfigResource.Type.TOPIC, topics.documents().name());
        try (Admin admin = clients.admin()) {
            admin.incrementalAlterConfigs(Map.of(documents, List.of(new AlterConfigOp(
                new ConfigEntry("message.timestamp.type", "CreateTime"), AlterConfigOp.OpType.SET)))).all().get();
        }
        send(new UnstampedRecord<>(topics.documents().name(), "unstamped", Files.readAllBytes(Path.of("..", "samples", GOOD))), "none");
        await(() -> numbers.stream().anyMatch(number -> number.getDocument().equals("unstamped")));
        nextGoodScan(NEXT);
        assertThat(letters).noneMatch(letter -> "unstamped".equals(letter.key()));
    }

    @Test
    void aDocumentThatWaitedForItsFormIsReadOnceItIsSubmittedAgain() throws Exception {
        send(new ProducerRecord<>(topics.documents().name(), "early", Files.readAllBytes(Path.of("..", "samples", EARLY))), "none");
        await(() -> numbers.stream().anyMatch(number -> number.getDocument().equals("early")));
        assertThat(numbers).filteredOn(number -> number.getDocument().equals("early")).singleElement()
            .satisfies(page -> assertThat(page.getReasons()).containsExactly("NO_FORM_MATCHES"));
        try (Producer<String, byte[]> producer = clients.producer()) {
            FormPublisher.publish(producer, topics.forms().name(), FormFiles.read(List.of(Path.of("..", "forms", EARLY_FORM))));
        }
        try (Resubmission resubmission = new Resubmission(clients, topics)) {
            Map<String, Submission> waiting = resubmission.waiting(number -> number.getReasons().contains("NO_FORM_MATCHES"));
            assertThat(waiting).containsOnlyKeys("early");
            assertThat(resubmission.submit("early", waiting.get("early"))).isTrue();
            await(() -> numbers.stream().anyMatch(number -> number.getDocument().equals("early") && number.getField() != null));
            await(() -> results.stream().anyMatch(result -> result.getStatus() == DocumentStatus.SUPERSEDED));
            assertThat(resubmission.waiting(number -> number.getReasons().contains("NO_FORM_MATCHES"))).isEmpty();
        }
    }

    @Test
    void keysThatAreNoTextAreDocumentsOfTheirOwn() throws Exception {
        byte[] scan = Files.readAllBytes(Path.of("..", "samples", GOOD));
        Map<String, Object> properties = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topics.documents().name(), new byte[] {(byte) 0xc3, 0x28}, scan)).get();
            producer.send(new ProducerRecord<>(topics.documents().name(), new byte[] {(byte) 0xc3, 0x29}, scan)).get();
        }
        await(() -> numbers.stream().map(RecognizedNumber::getDocument).filter(id -> id.startsWith("sha256-")).distinct().count() == 2);
    }

    @Test
    void aDocumentThatJustFitsIntoATopicIsADeadLetterThatDoes() throws Exception {
        send(new ProducerRecord<>(topics.documents().name(), "brim", new byte[64 * 1024 * 1024 - 200]), "none");
        nextGoodScan(NEXT);
        assertDead("brim", "TOO_LARGE");
        assertRefused("brim", "TOO_LARGE");
        ConsumerRecord<String, byte[]> letter = letters.stream().filter(each -> "brim".equals(each.key())).findFirst().orElseThrow();
        assertThat(Letter.sourceBytes(letter.headers(), letter.value())).isEqualTo(64 * 1024 * 1024 - 200);
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
        await(() -> letters.stream().anyMatch(letter -> key.equals(letter.key())));
        assertThat(letters).filteredOn(letter -> key.equals(letter.key())).singleElement()
            .satisfies(letter -> assertThat(DeadLetter.of(letter.headers()).code()).isEqualTo(code));
    }

    private void assertRefused(String document, String code) {
        await(() -> results.stream().anyMatch(result -> result.getDocument().equals(document)));
        assertThat(results).filteredOn(result -> result.getDocument().equals(document)).singleElement().satisfies(result -> {
            assertThat(result.getStatus()).isEqualTo(DocumentStatus.REFUSED);
            assertThat(result.getReasons()).containsExactly(code);
        });
    }

    private void await(BooleanSupplier condition) {
        for (long deadline = System.nanoTime() + NEXT.toNanos(); !condition.getAsBoolean() && System.nanoTime() < deadline;) {
            poll();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private void poll() {
        for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(50))) {
            if (record.topic().equals(topics.deadLetters().name())) {
                letters.add(record);
            } else if (record.topic().equals(topics.numbers().name())) {
                numbers.add(TopicReader.value(topics.numbers(), record));
            } else {
                results.add(TopicReader.value(topics.results(), record));
            }
        }
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
        while (numbers.stream().noneMatch(number -> number.getDocument().equals(id))) {
            assertThat(System.nanoTime()).as("the next good scan is not read within " + most).isLessThan(deadline);
            assertThat(pipeline.failure()).isEmpty();
            poll();
        }
    }
}
