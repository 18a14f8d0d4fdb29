package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.drill.Rehearsal;
import io.penstock.app.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three brokers and four stages, each in a JVM of its own, while all of them are killed, one after another and together: every document
 * ends, and each of its numbers is there once.
 */
@Tag("alone")
class FaultTest {

    private static final List<String> STAGES = Stage.reading().stream().map(Stage::shortName).toList();

    /** How many documents at least; the long version is {@code -Dpenstock.fault.documents=2000}. */
    private static final int DOCUMENTS = Integer.getInteger("penstock.fault.documents", 300);
    private static final Duration KILLED = Duration.ofSeconds(20);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration HANGS = Duration.ofSeconds(40);
    /** How long a broker is away meanwhile: longer than the controllers wait for it. */
    private static final Duration AWAY = Duration.ofSeconds(12);
    private static final Duration LAST = Duration.ofSeconds(120);
    private static final Path SAMPLE = Path.of("..", "samples", "us-zip-card-0007.png");

    @TempDir
    private Path folder;

    @Test
    void everyDocumentEndsOnceWhateverIsKilled() throws IOException, InterruptedException {
        try (KafkaCluster cluster = KafkaCluster.start(folder, 3)) {
            cluster.penstock("topics", "create", "--set", "topics.replication=3", "--set", "topics.partitions=2");
            try (SupervisedStages stages = SupervisedStages.start(cluster, folder, STAGES, "--set", "isolation.drills=true",
                "--set", "isolation.page.seconds=3", "--set", "topics.replication=3", "--set", "topics.partitions=2")) {
                cluster.penstock("forms", "apply");
                feed(cluster, stages);
            }
        }
    }

    private static void feed(KafkaCluster cluster, SupervisedStages stages) throws IOException, InterruptedException {
        KafkaClients clients = cluster.clients();
        try (Ledger ledger = new Ledger(clients);
             Feeder feeder = new Feeder(clients.producer(), Files.readAllBytes(SAMPLE), PACE)) {
            ledger.awaitDocument(0, LAST);
            misuse(cluster, stages, feeder, ledger);
            int sent = feeder.finish(Math.max(DOCUMENTS, feeder.lastPoison()));
            ledger.awaitAll(sent, LAST);
            ledger.awaitQuiet();
            assertEveryDocumentEndedOnce(feeder, ledger, sent);
        }
    }

    private static void misuse(KafkaCluster cluster, SupervisedStages stages, Feeder feeder, Ledger ledger)
        throws IOException, InterruptedException {
        for (String stage : STAGES) {
            Duration through = measure("kill -9 " + stage, () -> stages.process(stage).kill(), stages, feeder, ledger);
            assertThat(through).as("after kill -9 of %s", stage).isLessThanOrEqualTo(KILLED);
        }
        measure("segment hangs, kill -9 broker 0 meanwhile", () -> hang(stages.process("segment"), cluster), stages, feeder, ledger);
        feeder.mixIn(Rehearsal.all());
        for (int node = 1; node < cluster.size(); node++) {
            int killed = node;
            measure("kill -9 broker " + node, () -> cluster.node(killed).kill(), stages, feeder, ledger);
            cluster.startNode(node);
            cluster.awaitReplicas();
        }
        measure("kill -9 everything", () -> killAll(cluster, stages), stages, feeder, ledger);
    }

    private static void assertEveryDocumentEndedOnce(Feeder feeder, Ledger ledger, int sent) {
        assertThat(ledger.deadLetters())
            .isEqualTo(feeder.documents(sent, true).stream().collect(Collectors.toMap(id -> id, id -> 1)));
        assertThat(ledger.numbers().keySet())
            .containsAll(feeder.documents(sent, false).stream().map(id -> id + "/1/zip/MACHINE").toList());
        assertThat(ledger.numbers().values()).containsOnly(1);
        assertThat(ledger.results().keySet())
            .isEqualTo(IntStream.range(0, sent).mapToObj(i -> "doc-" + i).collect(Collectors.toSet()));
        assertThat(ledger.results().values()).containsOnly(1);
    }

    /** Does something bad, waits until a document that was sent after it has ended, and returns how long that took. */
    private static Duration measure(String name, Outage.Fault fault, SupervisedStages stages, Feeder feeder, Ledger ledger)
        throws IOException, InterruptedException {
        Outage outage = new Outage(feeder, ledger);
        fault.happen();
        long after = System.nanoTime();
        try {
            ledger.awaitDocument(feeder.sent(), LAST);
        } catch (AssertionError e) {
            System.out.println("FaultTest: " + name + "\n" + stages.stderr());
            throw e;
        }
        Duration through = Duration.ofNanos(System.nanoTime() - after);
        System.out.println("FaultTest: " + name + ", " + feeder.sent() + " documents were sent: " + outage.standstill().toMillis()
            + " ms without a result; a document that was sent afterwards ended after " + through.toMillis() + " ms");
        return through;
    }

    /** A machine hangs for longer than its group waits for it, a broker goes and comes, then it goes on as if nothing had happened. */
    private static void hang(Jvm process, KafkaCluster cluster) throws IOException, InterruptedException {
        long end = System.nanoTime() + HANGS.toNanos();
        process.pause();
        cluster.node(0).kill();
        Thread.sleep(AWAY.toMillis());
        cluster.startNode(0);
        cluster.awaitReplicas();
        Thread.sleep(Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        process.resume();
    }

    private static void killAll(KafkaCluster cluster, SupervisedStages stages) throws IOException, InterruptedException {
        stages.killAll();
        for (int node = 0; node < cluster.size(); node++) {
            cluster.node(node).kill();
        }
        for (int node = 0; node < cluster.size(); node++) {
            cluster.startNode(node);
        }
    }
}
