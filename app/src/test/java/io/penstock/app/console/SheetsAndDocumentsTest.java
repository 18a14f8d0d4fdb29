package io.penstock.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.Delivery;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.config.Settings;
import io.penstock.app.stage.Pipeline;
import io.penstock.app.stage.Stage;
import io.penstock.schema.Announcement;
import io.penstock.schema.Box;
import io.penstock.schema.Candidate;
import io.penstock.schema.Digit;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.Page;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.Submission;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.topic.TopicCatalogue;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of digits that were read alike, and documents in and out, over HTTP against a broker. */
class SheetsAndDocumentsTest {

    private static final int FIELDS = 6;
    private static final int DOUBTFUL = 4;
    private static final int PITCH = 20;
    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    private static Path state;
    private static EmbeddedBroker broker;
    private static KafkaClients clients;
    private static TopicCatalogue topics;
    private static Pipeline pipeline;
    private static ConsoleClient browser;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.temporary();
        Settings settings = Settings.of(Stage.definitions(), null, Map.of(), Map.of("topics.partitions", "2", "review.http.port", "0",
            "record.max.bytes", "2097152"));
        clients = new KafkaClients(settings, broker.bootstrapServers());
        topics = settings.pipeline().topics();
        clients.createTopics();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (Producer<String, byte[]> producer = clients.producer()) {
            for (int i = 0; i < FIELDS; i++) {
                String document = "g" + i + ".pdf";
                sent.add(ReviewTasks.send(producer, topics.pages(), document, page(document)));
                sent.add(ReviewTasks.send(producer, topics.reviews(), document + "/s1/1/zip", doubtful(document)));
            }
            Delivery.await(producer, sent, "cannot send tasks");
        }
        pipeline = Pipeline.start(EnumSet.of(Stage.REVIEW), settings, broker.bootstrapServers(), state);
        pipeline.awaitRunning(START);
        browser = new ConsoleClient(pipeline.console().orElseThrow());
        await(() -> browser.get("api/queue").path("open").asInt() == FIELDS);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
        broker.close();
    }

    /** The doubtful digit is black, the others are white: so a test can tell decoys as people do. */
    private static Page page(String document) throws Exception {
        BufferedImage scan = new BufferedImage(200, 60, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = scan.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 200, 60);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(20 + DOUBTFUL * PITCH, 20, 12, 20);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(scan, "png", png);
        return Page.newBuilder().setDocument(document).setSubmission(ReviewTasks.submission()).setNumber(1).setCount(1)
            .setMediaType("image/png").setWidth(200).setHeight(60).setImage(ByteBuffer.wrap(png.toByteArray())).build();
    }

    private static ReviewTask doubtful(String document) {
        List<Digit> digits = IntStream.range(0, 5).mapToObj(i -> new Digit("94103".substring(i, i + 1), i == DOUBTFUL ? 0.97 : 0.99999,
            List.of(), new Box(20 + i * PITCH, 20, 12, 20))).toList();
        ReviewTask task = ReviewTasks.task(document, document + "/s1/1/zip");
        return ReviewTask.newBuilder(task).setCandidates(List.of(new Candidate("94103", 0.97), new Candidate("94108", 0.03)))
            .setNumber(RecognizedNumber.newBuilder(task.getNumber()).setConfidence(0.97).setDigits(digits).build()).build();
    }

    private static JsonNode sheet() throws Exception {
        JsonNode sheet = browser.get("api/grid?digit=3&want=60");
        assertThat(sheet.path("cells").size()).as("all fields, and a decoy").isGreaterThan(FIELDS);
        return sheet;
    }

    private static boolean isBlack(JsonNode cell) throws Exception {
        HttpResponse<byte[]> picture = browser.bytes(cell.path("picture").asText().substring(1));
        assertThat(picture.statusCode()).isEqualTo(200);
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(picture.body()));
        return (seen.getRGB(seen.getWidth() / 2, seen.getHeight() / 2) & 0xff) < 128;
    }

    @Test
    void whoLooksConfirmsWhatIsSureEnoughByItAndWhoDoesNotConfirmsNothing() throws Exception {
        JsonNode unseen = sheet();
        JsonNode refused = browser.act("api/grid/" + unseen.path("sheet").asText(), Map.of("odd", List.of(), "tookMillis", 10));
        assertThat(refused.path("code").asText()).isEqualTo("GRID_NOT_LOOKED_AT");
        assertThat(browser.act("api/grid/" + unseen.path("sheet").asText(), Map.of("odd", List.of())).path("code").asText())
            .as("a sheet counts once").isEqualTo("SHEET_UNKNOWN");
        assertThat(ReviewTasks.corrections(clients)).isEmpty();

        JsonNode sheet = sheet();
        List<Integer> odd = new ArrayList<>();
        List<Integer> alike = new ArrayList<>();
        for (JsonNode cell : sheet.path("cells")) {
            assertThat(cell.path("confidence").asDouble()).as("decoys can't be told by it").isEqualTo(0.97);
            (isBlack(cell) ? alike : odd).add(cell.path("cell").asInt());
        }
        odd.add(alike.get(0));
        JsonNode outcome = browser.act("api/grid/" + sheet.path("sheet").asText(), Map.of("odd", odd, "tookMillis", 4000));
        assertThat(outcome.path("confirmed").asInt()).isEqualTo(FIELDS - 1);
        assertThat(outcome.path("odd").asInt()).isEqualTo(1);
        assertThat(ReviewTasks.corrections(clients)).hasSize(FIELDS - 1).allSatisfy(correction -> {
            assertThat(correction.getText()).isEqualTo("94103");
            assertThat(correction.getMeans()).isEqualTo("GRID");
        });
        assertThat(browser.get("api/queue").path("open").asInt()).as("the marked one is typed").isEqualTo(1);
    }

    @Test
    void aDocumentIsTakenFollowedAndEnds() throws Exception {
        HttpResponse<String> taken = browser.send("documents?name=..%2F%3Cb%3Escan.pdf", new byte[] {1, 2, 3}, browser.csrf());
        assertThat(taken.statusCode()).isEqualTo(202);
        JsonNode receipt = new ObjectMapper().readTree(taken.body());
        String document = receipt.path("document").asText();
        assertThat(document).as("no other has this id, and no path is in it").startsWith("<b>scan-").endsWith(".pdf");
        String follow = receipt.path("follow").asText().substring(1);
        assertThat(browser.get(follow).path("status").asText()).isEqualTo("RECEIVED");

        Submission submission = new Submission(topics.documents().name(), 0, 0L, Instant.now(), receipt.path("submission").asText());
        RecognizedNumber number = ReviewTasks.number(document, null, "zip", 0).setSubmission(submission).build();
        try (Producer<String, byte[]> producer = clients.producer()) {
            Delivery.await(producer, List.of(ReviewTasks.send(producer, topics.announcements(), document,
                new Announcement(document, submission, 1)), ReviewTasks.send(producer, topics.results(), document,
                new RecognizedDocument(document, submission, 1, List.of(number), Instant.now(), DocumentStatus.COMPLETE, 1, List.of()))),
                "cannot send");
        }
        await(() -> browser.get(follow).path("status").asText().equals("COMPLETE"));
        assertThat(browser.get(follow).path("numbers").path(0).path("value").asText()).isEqualTo("94103");
    }

    @Test
    void documentsThatAreTooLargeEmptyFromElsewhereOrUnknownAreRefused() throws Exception {
        assertThat(browser.send("documents?name=a.pdf", new byte[2_097_153], browser.csrf()).body()).contains("DOCUMENT_TOO_LARGE");
        assertThat(browser.send("documents?name=a.pdf", new byte[0], browser.csrf()).statusCode()).isEqualTo(400);
        assertThat(browser.send("documents?name=a.pdf", new byte[1], "another").body()).contains("CSRF_REFUSED");
        assertThat(browser.send("documents?id=" + "x".repeat(300), new byte[1], browser.csrf()).statusCode()).isEqualTo(400);
        assertThat(browser.get("documents/nobody").path("code").asText()).isEqualTo("DOCUMENT_UNKNOWN");
        assertThat(browser.get("health").path("ready").asBoolean()).isTrue();
        assertThat(browser.get("openapi.json").path("openapi").asText()).startsWith("3.");
    }

    @Test
    void aDeadLetterIsReplayedOnce() throws Exception {
        DeadLetter why = new DeadLetter("ingest", "PDF_CORRUPT", "as ordered", topics.documents().name(), 0, 0);
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(topics.deadLetters().name(), null, "dead.pdf", new byte[] {1, 2},
            why.addTo(new RecordHeaders()));
        try (Producer<String, byte[]> producer = clients.producer()) {
            Delivery.await(producer, List.of(producer.send(letter)), "cannot send");
        }
        assertThat(browser.act("api/dead-letters/dead.pdf/replay", Map.of()).path("replayed").asText()).isEqualTo("dead.pdf");
        assertThat(browser.act("api/dead-letters/dead.pdf/replay", Map.of()).path("code").asText()).isEqualTo("NOT_REPLAYED");
        assertThat(browser.get("api/dashboard").path("deadLetters")).isEmpty();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.documents()))) {
            List<String> documents = new ArrayList<>();
            do {
                reader.poll(Duration.ofMillis(200)).forEach(record -> documents.add(record.key()));
            } while (!reader.isAtEnd());
            assertThat(documents).containsOnlyOnce("dead.pdf");
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + START.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
