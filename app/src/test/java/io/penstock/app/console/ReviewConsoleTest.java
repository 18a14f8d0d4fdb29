package io.penstock.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.Delivery;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.Settings;
import io.penstock.app.stage.Pipeline;
import io.penstock.app.stage.Stage;
import io.penstock.schema.Correction;
import io.penstock.schema.FieldKind;
import io.penstock.schema.Page;
import io.penstock.schema.topic.TopicCatalogue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The service of the review console against a broker: what it refuses, how an answer goes its way, two processes on one queue. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewConsoleTest {

    private static final int TASKS = 60;
    private static final Duration START = Duration.ofMinutes(2);
    private static final String STRANGE_DOCUMENT = "<script>alert(1)<\\script>;a=..%2F?#.pdf";
    private static final String STRANGE = STRANGE_DOCUMENT + "/../s1/1/zip";

    @TempDir
    private static Path state;
    private static EmbeddedBroker broker;
    private static Settings settings;
    private static TopicCatalogue topics;
    private static KafkaClients clients;
    private static Pipeline pipeline;
    private static ConsoleClient browser;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.temporary();
        settings = Settings.of(Stage.definitions(), null, Map.of(), Map.of("topics.partitions", "4", "review.http.port", "0",
            "review.peer.secret", "a secret of both", "review.user", "ann"));
        topics = settings.pipeline().topics();
        clients = new KafkaClients(settings, broker.bootstrapServers());
        clients.createTopics();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (Producer<String, byte[]> producer = clients.producer()) {
            sent.add(ReviewTasks.send(producer, topics.forms(), "card", "name: card\nversion: \"2\"\ntitle: A card\n"));
            sent.add(ReviewTasks.send(producer, topics.pages(), "d0.pdf", page()));
            sent.add(ReviewTasks.send(producer, topics.numbers(), "d0.pdf",
                ReviewTasks.number("d0.pdf", "d0.pdf/s1/1/zip", "zip", 0).build()));
            sent.add(ReviewTasks.send(producer, topics.numbers(), "d0.pdf", ReviewTasks.number("d0.pdf", null, "account", 1)
                .setKind(FieldKind.ACCOUNT).setText("12345678").setValue("12345678").build()));
            sent.add(ReviewTasks.send(producer, topics.reviews(), STRANGE, ReviewTasks.task(STRANGE_DOCUMENT, STRANGE)));
            Delivery.await(producer, sent, "cannot send tasks");
        }
        ReviewTasks.send(clients, TASKS);
        pipeline = Pipeline.start(EnumSet.of(Stage.REVIEW), settings, broker.bootstrapServers(), state.resolve("one"));
        pipeline.awaitRunning(START);
        browser = new ConsoleClient(pipeline.console().orElseThrow());
        await(() -> browser.get("api/queue").path("open").asInt() == TASKS + 1);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
        broker.close();
    }

    @Test
    @Order(1)
    void hostileRequestsAreRefused() throws Exception {
        String take = "{\"want\":1}";
        assertThat(browser.post("api/leases", take).body()).as("no token").contains("CSRF_REFUSED");
        assertThat(browser.post("api/leases", take, "X-CSRF-Token", "0".repeat(32)).statusCode()).isEqualTo(403);
        assertThat(browser.post("api/leases", take, "X-CSRF-Token", browser.csrf(), "Origin", "http://evil.example").body())
            .contains("CSRF_REFUSED");
        assertThat(browser.post("api/leases", take, "X-CSRF-Token", browser.csrf(), "Sec-Fetch-Site", "cross-site").statusCode())
            .isEqualTo(403);
        assertThat(browser.post("api/leases", "[" + "1,".repeat(100_000) + "1]", "X-CSRF-Token", browser.csrf()).statusCode())
            .isEqualTo(413);
        assertThat(browser.post("api/leases", "not json", "X-CSRF-Token", browser.csrf()).body()).contains("BODY_INVALID");
        assertThat(browser.post("api/leases", "{\"kind\":\"NOTHING\"}", "X-CSRF-Token", browser.csrf()).statusCode()).isEqualTo(400);
        assertThat(browser.act("api/leases/forged/answer", Map.of("outcome", "TEXT", "text", "1")).path("code").asText())
            .isEqualTo("LEASE_UNKNOWN");
        assertThat(browser.post("peer", "{\"ask\":\"COUNT\"}", "X-Penstock-Peer", "1:" + "0".repeat(64)).statusCode()).isEqualTo(404);
        for (String path : List.of("console/../index.html", "console/..%2f..%2fReviewConfig.class", "console/%2e%2e/x.html",
            "console//etc/passwd", "api/tasks/..%2F..%2Fetc%2Fpasswd/snippet.png", "api/nothing")) {
            assertThat(browser.bytes(path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(rebound()).contains("403").contains("HOST_UNKNOWN");
        assertThat(browser.bytes("api/session").headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy ->
            assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe"));
    }

    /** A page elsewhere whose name was pointed at this machine. */
    private static String rebound() throws Exception {
        URI address = URI.create(pipeline.console().orElseThrow());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("GET /api/session HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @Order(2)
    void aTaskIsTakenSeenAnsweredAndCorrected() throws Exception {
        assertThat(browser.get("api/forms").toString()).isEqualTo("[{\"name\":\"card\",\"version\":\"2\",\"title\":\"A card\"}]");
        JsonNode task = browser.act("api/leases", Map.of("want", 1, "document", "d0.pdf")).path("tasks").path(0);
        assertThat(task.path("review").asText()).isEqualTo("d0.pdf/s1/1/zip");
        assertThat(task.path("siblings").path(0).path("text").asText()).as("seen by a supervisor, too").isEqualTo("12345678");
        assertThat(browser.bytes(task.path("snippet").asText().substring(1)).body()).containsExactly(7, 7, 7);
        JsonNode page = browser.get("api/tasks/" + ConsoleClient.encoded("d0.pdf/s1/1/zip") + "/page");
        assertThat(page.path("width").asInt()).as("upright").isEqualTo(30);
        assertThat(page.path("fields")).hasSize(2);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
            browser.bytes("api/tasks/" + ConsoleClient.encoded("d0.pdf/s1/1/zip") + "/page.jpg?width=15").body()));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).isEqualTo(List.of(15, 20));

        long begin = System.nanoTime();
        String answer = browser.answer(task, "94108").path("answer").asText();
        assertThat(browser.answer(task, "94108").path("answer").asText()).as("sent again").isEqualTo(answer);
        assertThat(browser.answer(task, "94109").path("code").asText()).isIn("TASK_CLOSED", "LEASE_UNKNOWN");
        System.err.println("three answers in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        JsonNode again = browser.act("api/tasks/" + ConsoleClient.encoded("d0.pdf/s1/1/zip") + "/reopen", Map.of());
        assertThat(again.path("answered").path("text").asText()).isEqualTo("94108");
        browser.answer(again, "94103");
        List<Correction> corrections = ReviewTasks.corrections(clients);
        assertThat(corrections).extracting(Correction::getText).containsExactly("94108", "94103");
        assertThat(corrections.get(1).getReplaces()).isEqualTo(answer);
        assertThat(corrections).allSatisfy(correction -> assertThat(correction.getReviewer()).isEqualTo("ann"));
    }

    @Test
    @Order(3)
    void whatThereIsToDoIsToldAsItChangesAndTheDashboardWithIt() throws Exception {
        try (Stream<String> events = browser.events()) {
            List<String> lines = events.filter(line -> line.startsWith("event: ") || line.startsWith("data: ")).limit(60)
                .takeWhile(line -> !line.equals("event: dashboard")).toList();
            assertThat(lines).as("the dashboard came").hasSizeLessThan(60);
            assertThat(lines.get(0)).isEqualTo("event: queue");
            assertThat(lines.get(1)).contains("\"open\":" + TASKS);
        }
    }

    @Test
    @Order(4)
    void aDocumentMayHaveAnyName() throws Exception {
        JsonNode task = browser.act("api/leases", Map.of("want", 1, "document", STRANGE_DOCUMENT)).path("tasks").path(0);
        assertThat(task.path("review").asText()).isEqualTo(STRANGE);
        assertThat(browser.bytes(task.path("snippet").asText().substring(1)).body()).containsExactly(7, 7, 7);
        assertThat(browser.answer(task, "94103").has("answer")).isTrue();
    }

    @Test
    @Order(5)
    void twoProcessesServeOneQueueAndNoTaskTwice() throws Exception {
        try (Pipeline second = Pipeline.start(EnumSet.of(Stage.REVIEW), settings, broker.bootstrapServers(), state.resolve("two"))) {
            second.awaitRunning(START);
            await(() -> second.standingBy().isEmpty());
            ConsoleClient other = new ConsoleClient(second.console().orElseThrow());
            await(() -> other.get("api/queue").path("open").asInt() == TASKS - 1 && other.get("api/queue").path("silent").asInt() == 0);
            ExecutorService people = Executors.newFixedThreadPool(2);
            Future<Set<String>> one = people.submit(work(browser, "ZIP"));
            Future<Set<String>> two = people.submit(work(other, "ZIP"));
            Set<String> done = new HashSet<>(one.get());
            done.addAll(two.get());
            people.shutdown();

            assertThat(done).hasSize(TASKS - 1);
            assertThat(browser.get("api/queue").path("open").asInt()).isZero();
            assertThat(ReviewTasks.corrections(clients)).extracting(Correction::getReview)
                .filteredOn(review -> !review.startsWith("d0.pdf"))
                .doesNotHaveDuplicates().hasSize(TASKS);
            JsonNode board = other.get("api/dashboard");
            assertThat(board.path("people").path(0).path("answers").asInt()).as("of both processes").isEqualTo(TASKS + 2);
            assertThat(board.path("readRate").path("review").asInt()).isEqualTo(2);
            assertThat(board.path("stages").findValuesAsText("stage")).containsExactly("review");
        }
    }

    /** Whoever works until nothing is left: both are the same person, so one may answer what the other has taken. */
    private static Callable<Set<String>> work(ConsoleClient client, String kind) {
        return () -> {
            Set<String> done = new HashSet<>();
            for (JsonNode tasks = take(client, kind); !tasks.isEmpty(); tasks = take(client, kind)) {
                for (JsonNode task : tasks) {
                    if (client.answer(task, "94103").has("answer")) {
                        done.add(task.path("review").asText());
                    }
                }
            }
            return done;
        };
    }

    private static JsonNode take(ConsoleClient client, String kind) throws Exception {
        return client.act("api/leases", Map.of("want", 5, "kind", kind)).path("tasks");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + START.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static Page page() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY), "png", png);
        return Page.newBuilder().setDocument("d0.pdf").setSubmission(ReviewTasks.submission()).setNumber(1).setCount(1).setRotation(90)
            .setMediaType("image/png").setWidth(40).setHeight(30).setImage(ByteBuffer.wrap(png.toByteArray())).build();
    }
}
