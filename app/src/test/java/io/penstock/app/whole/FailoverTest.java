package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.client.KafkaClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three brokers and two processes of each stage: what a user notices when one of the two is stopped, replaced or killed, in seconds
 * without any result. Takes over two minutes, so only on demand: {@code mvn test -pl app -am -Dtest=FailoverTest -Dpenstock.failover=true
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("alone")
@EnabledIfSystemProperty(named = "penstock.failover", matches = "true")
class FailoverTest {

    private static final Duration PACE = Duration.ofMillis(200);
    private static final Duration LAST = Duration.ofSeconds(120);
    private static final Duration STOPPED = Duration.ofSeconds(5);
    private static final Duration KILLED = Duration.ofSeconds(20);
    private static final Path SAMPLE = Path.of("..", "samples", "us-zip-card-0007.png");
    private static final long SECONDS = 180;

    @TempDir
    private Path folder;

    private final Jvm[] processes = new Jvm[2];
    private KafkaCluster cluster;

    @AfterEach
    void stop() {
        for (Jvm process : processes) {
            if (process != null) {
                process.close();
            }
        }
        cluster.close();
    }

    @Test
    void theOtherProcessTakesOver() throws IOException, InterruptedException {
        cluster = KafkaCluster.start(folder, 3);
        cluster.penstock("topics", "create", "--set", "topics.replication=3", "--set", "topics.partitions=2");
        cluster.penstock("forms", "apply");
        start(0);
        start(1);
        KafkaClients clients = cluster.clients();
        try (Ledger ledger = new Ledger(clients);
             Feeder feeder = new Feeder(clients.producer(), Files.readAllBytes(SAMPLE), PACE)) {
            ledger.awaitDocument(0, LAST);
            awaitRunning(0);
            awaitRunning(1);
            Duration terminated = standstill("SIGTERM", feeder, ledger, () -> {
                processes[0].interrupt();
                processes[0].exitCode(SECONDS);
            });
            Duration joined = standstill("a process joins", feeder, ledger, () -> {
                start(0);
                awaitRunning(0);
            });
            Duration rolled = standstill("rolling restart", feeder, ledger, () -> {
                for (int i = 0; i < processes.length; i++) {
                    processes[i].interrupt();
                    processes[i].exitCode(SECONDS);
                    start(i);
                    awaitRunning(i);
                }
            });
            Duration killed = standstill("kill -9", feeder, ledger, () -> processes[1].kill());
            assertInternalTopicsAreReplicated(clients);
            int sent = feeder.finish(0);
            ledger.awaitAll(sent, LAST);
            ledger.awaitQuiet();

            assertThat(ledger.numbers())
                .isEqualTo(IntStream.range(0, sent).boxed().collect(Collectors.toMap(i -> "doc-" + i + "/1/zip/MACHINE", i -> 1)));
            assertThat(ledger.results().values()).containsOnly(1);
            assertThat(terminated).isLessThanOrEqualTo(STOPPED);
            assertThat(joined).isLessThanOrEqualTo(STOPPED);
            assertThat(rolled).isLessThanOrEqualTo(STOPPED);
            assertThat(killed).isLessThanOrEqualTo(KILLED);
        }
    }

    private static void assertInternalTopicsAreReplicated(KafkaClients clients) throws InterruptedException {
        try (Admin admin = clients.admin()) {
            List<String> internal = admin.listTopics().names().get().stream().filter(name -> name.startsWith("penstock-")).toList();
            assertThat(internal).isNotEmpty();
            assertThat(admin.describeTopics(internal).allTopicNames().get().values()).allSatisfy(topic -> assertThat(topic.partitions())
                .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(3)));
            assertThat(admin.describeConfigs(internal.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList())
                .all().get().values()).allSatisfy(config -> {
                    assertThat(config.get("min.insync.replicas").value()).isEqualTo("2");
                    assertThat(config.get("max.message.bytes").value()).isEqualTo("67108864");
                });
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Does something and returns the longest time without any result, from then until all that was sent meanwhile has ended. */
    private static Duration standstill(String name, Feeder feeder, Ledger ledger, Outage.Fault fault)
        throws IOException, InterruptedException {
        ledger.awaitAll(feeder.sent(), LAST);
        Outage outage = new Outage(feeder, ledger);
        fault.happen();
        int last = feeder.sent() + 1;
        Thread.sleep(PACE.multipliedBy(2).toMillis());
        ledger.awaitAll(last, LAST);
        Duration standstill = outage.standstill();
        System.out.println("FailoverTest: " + name + ": " + standstill.toMillis() + " ms without a result, the slowest document took "
            + outage.slowest(last).toMillis() + " ms");
        return standstill;
    }

    private void start(int process) throws IOException {
        processes[process] = cluster.start("stage", "all", "--set", "streams.state.dir=" + folder.resolve("state-" + process),
            "--set", "topics.replication=3", "--set", "topics.partitions=2");
    }

    private void awaitRunning(int process) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LAST.toNanos();
        while (!processes[process].stderr().contains("running on")) {
            assertThat(System.nanoTime()).as(processes[process].stderr()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
