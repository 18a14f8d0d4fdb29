package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.Penstock;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.Settings;
import io.penstock.app.drill.Rehearsal;
import io.penstock.app.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three brokers and four stages, each in a JVM of its own, while all of them are killed, one after another and together: every document
 * ends, and each of its numbers is there once.
 */
class FaultTest {

    /** How many documents at least; the long version is {@code -Dpenstock.fault.documents=2000}. */
    private static final int DOCUMENTS = Integer.getInteger("penstock.fault.documents", 300);
    private static final Duration KILLED = Duration.ofSeconds(20);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration HANGS = Duration.ofSeconds(40);
    private static final Duration LAST = Duration.ofSeconds(120);
    private static final Path SAMPLE = Path.of("..", "samples", "us-zip-card-0007.png");
    private static final long SECONDS = 120;

    @TempDir
    private Path folder;

    private final Map<String, Jvm> stages = new HashMap<>();
    private final Map<String, Duration> outages = new LinkedHashMap<>();
    private KafkaCluster cluster;

    @AfterEach
    void stop() {
        stages.values().forEach(Jvm::close);
        cluster.close();
    }

    @Test
    void everyDocumentEndsOnceWhateverIsKilled() throws IOException, InterruptedException {
        cluster = KafkaCluster.start(folder, 3);
        run("topics", "create", "--set", "topics.replication=3", "--set", "topics.partitions=2");
        run("forms", "apply");
        for (String stage : Stage.names()) {
            startStage(stage);
        }
        KafkaClients clients = new KafkaClients(Settings.of(Stage.definitions(), null, Map.of(), Map.of()), cluster.bootstrapServers());
        try (Ledger ledger = new Ledger(clients);
             Feeder feeder = new Feeder(clients.producer(), Files.readAllBytes(SAMPLE), PACE)) {
            ledger.awaitDocument(0, LAST);
            for (String stage : Stage.names()) {
                measure("kill -9 " + stage, () -> killStage(stage), feeder, ledger);
            }
            feeder.mixIn(Rehearsal.all());
            for (int node = 0; node < cluster.size(); node++) {
                int killed = node;
                measure("kill -9 broker " + node, () -> cluster.node(killed).kill(), feeder, ledger);
                cluster.startNode(node);
                cluster.awaitReplicas();
            }
            measure("segment hangs", () -> hang("segment"), feeder, ledger);
            measure("kill -9 everything", this::killAll, feeder, ledger);
            int sent = feeder.finish(Math.max(DOCUMENTS, feeder.lastPoison()));
            ledger.awaitAll(sent, LAST);
            ledger.awaitQuiet();

            outages.forEach((action, outage) -> System.out.println("FaultTest: " + action + ": " + outage.toMillis() + " ms"));
            assertThat(ledger.deadLetters())
                .isEqualTo(feeder.documents(sent, true).stream().collect(Collectors.toMap(id -> id, id -> 1)));
            assertThat(ledger.numbers().keySet())
                .containsAll(feeder.documents(sent, false).stream().map(id -> id + "/1/zip/MACHINE").toList());
            assertThat(ledger.numbers().values()).containsOnly(1);
            assertThat(ledger.results().keySet())
                .isEqualTo(IntStream.range(0, sent).mapToObj(i -> "doc-" + i).collect(Collectors.toSet()));
            assertThat(ledger.results().values()).containsOnly(1);
            for (String stage : Stage.names()) {
                assertThat(outages.get("kill -9 " + stage)).as(stage).isLessThanOrEqualTo(KILLED);
            }
        }
    }

    /** Does something bad, then waits until a document that was sent after it has ended. */
    private void measure(String name, Fault fault, Feeder feeder, Ledger ledger) throws IOException, InterruptedException {
        fault.happen();
        long after = System.nanoTime();
        try {
            ledger.awaitDocument(feeder.sent(), LAST);
        } catch (AssertionError e) {
            for (String stage : Stage.names()) {
                System.out.println("FaultTest: " + stage + ", alive: " + stages.get(stage).isAlive() + "\n" + stages.get(stage).stderr());
            }
            throw e;
        }
        outages.put(name, Duration.ofNanos(System.nanoTime() - after));
    }

    /** Something bad. */
    @FunctionalInterface
    private interface Fault {

        void happen() throws IOException, InterruptedException;
    }

    private void killStage(String stage) throws IOException, InterruptedException {
        stages.get(stage).kill();
        startStage(stage);
    }

    /** A machine hangs for longer than its group waits for it, then goes on as if nothing had happened. */
    private void hang(String stage) throws IOException, InterruptedException {
        stages.get(stage).pause();
        Thread.sleep(HANGS.toMillis());
        stages.get(stage).resume();
    }

    private void killAll() throws IOException, InterruptedException {
        for (Jvm stage : stages.values()) {
            stage.kill();
        }
        for (int node = 0; node < cluster.size(); node++) {
            cluster.node(node).kill();
        }
        for (int node = 0; node < cluster.size(); node++) {
            cluster.startNode(node);
        }
        for (String stage : Stage.names()) {
            startStage(stage);
        }
        superviseStart();
    }

    /** Starts stages again that gave up because the brokers were not there yet, as a supervisor does. */
    private void superviseStart() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LAST.toNanos();
        boolean running = false;
        while (!running) {
            assertThat(System.nanoTime()).as("all stages run").isLessThan(deadline);
            running = true;
            for (String stage : Stage.names()) {
                Jvm process = stages.get(stage);
                running &= process.stderr().contains("running on");
                if (!process.isAlive()) {
                    System.out.println("FaultTest: " + stage + " starts again: " + process.stderr().lines().reduce((a, b) -> b).orElse(""));
                    startStage(stage);
                }
            }
            Thread.sleep(200);
        }
    }

    private void startStage(String stage) throws IOException {
        stages.put(stage, Jvm.start(folder, Penstock.class, List.of("stage", stage, "--bootstrap-servers", cluster.bootstrapServers(),
            "--set", "streams.state.dir=" + folder.resolve(stage), "--set", "isolation.drills=true",
            "--set", "isolation.page.seconds=3", "--set", "topics.replication=3",
            "--set", "topics.partitions=2")));
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap-servers", cluster.bootstrapServers()));
        try (Jvm jvm = Jvm.start(folder, Penstock.class, all)) {
            assertThat(jvm.exitCode(SECONDS)).as(jvm.stderr()).isZero();
        }
    }
}
