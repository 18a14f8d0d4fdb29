package io.penstock.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import io.penstock.app.Penstock;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.config.PipelineConfig;
import io.penstock.app.config.Settings;
import io.penstock.app.whole.FreePort;
import io.penstock.app.whole.Jvm;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code up --samples}, a clerk at the keyboard, and what comes out on Kafka. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleInBrowserTest {

    private static final int SCANS = 12;
    private static final int TASKS_AT_LEAST = 15;
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Pattern CONSOLE = Pattern.compile("review console on (http://\\S+?/);");
    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @TempDir
    private static Path folder;
    private static Jvm up;
    private static KafkaClients clients;
    private static TopicCatalogue topics;
    private static String console;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        String broker = Integer.toString(FreePort.next());
        up = Jvm.start(folder, Penstock.class, List.of("up", "--samples", "--data", folder.resolve("data").toString(), "--port",
            Integer.toString(FreePort.next()), "--set", "broker.port=" + broker, "--set", "review.http.port=" + FreePort.next(),
            "--set", "sink.quality.share=0"));
        Settings settings = Settings.of(List.of(PipelineConfig.DEFINITION), null, Map.of(), Map.of());
        clients = new KafkaClients(settings, "127.0.0.1:" + broker);
        topics = settings.pipeline().topics();
        console = awaitConsole();
    }

    @AfterAll
    static void stop() {
        if (up != null) {
            up.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String awaitConsole() throws Exception {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < deadline && up.isAlive()) {
            Matcher line = CONSOLE.matcher(up.stderr());
            if (line.find() && up.stderr().contains("sample scans submitted")) {
                return line.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the console does not come up: " + up.stderr());
    }

    @Test
    @Order(1)
    void everyScreenCanBeUsedByEverybody() throws Exception {
        Page page = chromium.open(console, false);
        page.waitForFunction("least => document.querySelector('pk-app')?.desk?.current != null", TASKS_AT_LEAST);
        assertUsable(page, "the work screen");
        page.keyboard().press("p");
        page.waitForSelector("dialog[open] canvas, dialog[open] img");
        assertUsable(page, "the page behind a field");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        page.waitForSelector("dialog[open]");
        assertUsable(page, "the keys");
        page.keyboard().press("Escape");
        for (String screen : List.of("grid", "dashboard", "upload", "document/none")) {
            page.navigate(console + "#" + screen, new NavigateOptions());
            page.waitForTimeout(400);
            assertUsable(page, screen);
        }
        Page dark = chromium.open(console, true);
        dark.waitForFunction("() => document.querySelector('pk-app')?.desk?.current != null");
        assertUsable(dark, "the work screen, dark");
        List.of(page, dark).forEach(left -> {
            left.navigate("about:blank"); // who goes away gives the tasks back
            left.waitForTimeout(500);
            left.context().close();
        });
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void assertUsable(Page page, String screen) {
        List<Rule> violations = new AxeBuilder(page).withTags(TAGS).analyze().getViolations();
        assertThat(violations).as(screen).extracting(Rule::getId).isEmpty();
    }

    @Test
    @Order(2)
    void whatIsTypedCompletesTheDocumentsAndComesOutOnKafka() throws Exception {
        Map<String, String> truth = truth();
        Page page = chromium.open(console, false);
        Clerk clerk = new Clerk(page);
        int answered = 0;
        for (Optional<Map<String, Object>> task = clerk.awaitTask(60_000); task.isPresent(); task = clerk.awaitTask(8_000)) {
            clerk.answer(task.get().get("review").toString(), typed(task.get(), truth));
            answered++;
        }
        clerk.awaitSent();
        assertThat(answered).isGreaterThanOrEqualTo(TASKS_AT_LEAST);

        Map<String, RecognizedDocument> results = results();
        assertThat(results.keySet()).hasSize(SCANS);
        assertThat(results.values()).allSatisfy(result -> assertThat(result.getStatus()).isEqualTo(DocumentStatus.COMPLETE));
        results.values().stream().flatMap(result -> result.getNumbers().stream()).forEach(number ->
            assertThat(number.getText()).as(number.getDocument() + " " + number.getField())
                .isEqualTo(digits(truth.getOrDefault(number.getDocument() + "/" + number.getField(), ""))));
        List<Double> times = clerk.keyToNext();
        System.out.printf("key to next snippet: median %.0f ms, 95 %% %.0f ms of %d%n", times.get(times.size() / 2),
            times.get((int) (times.size() * 0.95)), times.size());
        assertThat(chromium.complaints()).isEmpty();
    }

    /** What a clerk types of the truth: amounts with their point. */
    private static String typed(Map<String, Object> task, Map<String, String> truth) {
        String value = truth.get(task.get("document") + "/" + task.get("field"));
        int cents = value.length() - 2;
        return task.get("kind").equals("AMOUNT") ? value.substring(0, cents) + "." + value.substring(cents) : value;
    }

    private static String digits(String value) {
        return value.replaceAll("[^0-9]", "");
    }

    private static Map<String, String> truth() throws IOException {
        Map<String, String> truth = new HashMap<>();
        Files.readAllLines(folder.resolve("data/samples/truth.csv")).stream().skip(1).map(line -> line.split(",")).forEach(cells ->
            truth.put(cells[0] + "/" + cells[1], digits(cells[2])));
        return truth;
    }

    private static Map<String, RecognizedDocument> results() {
        Map<String, RecognizedDocument> results = new HashMap<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.results()))) {
            while (results.size() < SCANS && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(200))) {
                    RecognizedDocument result = TopicReader.value(topics.results(), record);
                    results.put(result.getDocument(), result);
                }
            }
        }
        return results;
    }
}
