package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.Penstock;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.ScanFile;
import io.penstock.app.client.Submitter;
import io.penstock.app.client.TopicReader;
import io.penstock.app.config.PipelineConfig;
import io.penstock.app.config.Settings;
import io.penstock.app.process.ProcessFailure;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code up} in a JVM of its own, started again on the folder that an earlier run has left. */
@Tag("alone")
class UpAgainTest {

    private static final Path SAMPLE = Path.of("..", "samples", "us-zip-card-0001.pdf");
    private static final int NUMBERS_OF_SAMPLE = 1;
    /** More than a first start: less than the 45 s that a group waits for a member that is gone, and the 120 s of a controller. */
    private static final Duration MORE = Duration.ofSeconds(25);
    private static final Duration LONG = Duration.ofSeconds(120);

    private final Settings settings = Settings.of(List.of(PipelineConfig.DEFINITION), null, Map.of(), Map.of());
    private final TopicCatalogue topics = settings.pipeline().topics();
    private final List<Jvm> running = new ArrayList<>();

    @TempDir
    private Path folder;

    private String brokerPort;
    private String healthPort;
    private KafkaClients clients;

    @BeforeEach
    void choosePorts() throws IOException {
        brokerPort = freePort();
        healthPort = freePort();
        clients = new KafkaClients(settings, "127.0.0.1:" + brokerPort);
    }

    @AfterEach
    void stop() {
        running.forEach(Jvm::close);
    }

    @Test
    void killedAtWorkAndInTheMiddleOfItsStartItComesBackAtOnceAndReadsEverythingOnce() throws Exception {
        long began = System.nanoTime();
        Jvm up = up();
        awaitReady(up, LONG);
        Duration first = Duration.ofNanos(System.nanoTime() - began);
        submit("a", "b", "c");
        up.kill();

        Jvm half = up();
        awaitLine(half, LONG, stderr -> brokerAnswers());
        half.kill();

        awaitReady(up(), first.plus(MORE));
        submit("d");
        assertThat(numbers(4 * NUMBERS_OF_SAMPLE)).extracting(RecognizedNumber::getDocument).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void aSecondOneOnTheSameFolderOrPortSaysSoInOneLineAndLeavesTheFirstAlone() throws Exception {
        Jvm up = up();
        awaitReady(up, LONG);
        assertRefused(start("data", freePort(), freePort()), "DATA_IN_USE", "process ", "--data");
        assertRefused(start("other", brokerPort, freePort()), "PORT_IN_USE", brokerPort, "broker.port");
        assertRefused(start("other", freePort(), healthPort), "PORT_IN_USE", healthPort, "--port");
        submit("a");
        assertThat(numbers(NUMBERS_OF_SAMPLE)).hasSize(NUMBERS_OF_SAMPLE);
        up.interrupt();
        up.exitCode(60);
        assertThat(up.stderr()).doesNotContain("\tat ");
    }

    private static void assertRefused(Jvm jvm, String... words) throws Exception {
        assertThat(jvm.exitCode(60)).isEqualTo(1);
        assertThat(jvm.stderr()).startsWith("penstock: ").hasLineCount(1).contains(words);
    }

    private Jvm up() throws IOException {
        return start("data", brokerPort, healthPort);
    }

    private Jvm start(String data, String broker, String health) throws IOException {
        Jvm jvm = Jvm.start(folder, Penstock.class, List.of("up", "--data", folder.resolve(data).toString(), "--port", health,
            "--set", "broker.port=" + broker, "--set", "review.http.port=0"));
        running.add(jvm);
        return jvm;
    }

    private static void awaitReady(Jvm jvm, Duration timeout) throws Exception {
        awaitLine(jvm, timeout, stderr -> stderr.contains("Ctrl-C stops"));
    }

    /** What can be waited for. */
    private interface Sign {

        boolean isSeen(String stderr) throws Exception;
    }

    private static void awaitLine(Jvm jvm, Duration timeout, Sign sign) throws Exception {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!sign.isSeen(jvm.stderr())) {
            assertThat(jvm.isAlive()).as(jvm.stderr()).isTrue();
            assertThat(System.nanoTime()).as("not in time:\n" + jvm.stderr()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private boolean brokerAnswers() throws InterruptedException {
        try {
            clients.awaitAnswer(Duration.ofMillis(200));
            return true;
        } catch (ProcessFailure notYet) {
            return false;
        }
    }

    private void submit(String... documents) {
        try (Submitter submitter = new Submitter(clients.producer(), settings.pipeline())) {
            for (String document : documents) {
                assertThat(submitter.submit(new ScanFile(document, SAMPLE), Map.of())).isEmpty();
            }
            submitter.flush();
        }
    }

    /** Returns the committed numbers once there are so many, and those that come within two seconds more. */
    private List<RecognizedNumber> numbers(int expected) {
        List<RecognizedNumber> numbers = new ArrayList<>();
        long deadline = System.nanoTime() + LONG.toNanos();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.numbers()))) {
            while (numbers.size() < expected && System.nanoTime() < deadline) {
                collect(reader, Duration.ofMillis(200), numbers);
            }
            collect(reader, Duration.ofSeconds(2), numbers);
        }
        return numbers;
    }

    private void collect(TopicReader reader, Duration timeout, List<RecognizedNumber> into) {
        for (ConsumerRecord<String, byte[]> record : reader.poll(timeout)) {
            into.add(TopicReader.value(topics.numbers(), record));
        }
    }

    private static String freePort() throws IOException {
        return Integer.toString(FreePort.next());
    }
}
