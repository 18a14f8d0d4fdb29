package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.Penstock;
import io.penstock.app.stage.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's own broker and each stage in a JVM of its own; documents and numbers go through the client commands. */
class SeparateProcessesTest {

    private static final Path SAMPLE = Path.of("..", "samples", "us-zip-card-0001.pdf");
    private static final long SECONDS = 300;

    @TempDir
    private Path folder;

    private final List<Jvm> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(Jvm::close);
    }

    @Test
    void aScanBecomesANumberOnAnotherProcessesTopic() throws IOException, InterruptedException {
        String bootstrap = startBroker();
        run("topics", "create", "--bootstrap-servers", bootstrap);
        run("forms", "apply", "--bootstrap-servers", bootstrap);
        List<Jvm> stages = new ArrayList<>();
        for (String stage : Stage.names()) {
            stages.add(start("stage", stage, "--bootstrap-servers", bootstrap, "--set", "streams.state.dir=" + folder.resolve(stage)));
        }
        assertThat(run("submit", SAMPLE.toString(), "--bootstrap-servers", bootstrap)).containsExactly("us-zip-card-0001.pdf");

        List<String> numbers = run("consume", "numbers", "--max", "1", "--bootstrap-servers", bootstrap);
        assertThat(numbers).singleElement().asString().startsWith("{\"document\":\"us-zip-card-0001.pdf\",\"page\":1,"
            + "\"form\":\"us-zip-card\"");
        for (Jvm stage : stages) {
            assertThat(stage.isAlive()).as(stage.stderr()).isTrue();
            stage.interrupt();
        }
        for (Jvm stage : stages) {
            stage.exitCode(SECONDS);
        }
    }

    private String startBroker() throws IOException, InterruptedException {
        int port = freePort();
        int controllerPort = freePort();
        Path properties = Files.writeString(folder.resolve("broker.properties"),
            String.join("\n", "process.roles=broker,controller", "node.id=1",
            "controller.quorum.voters=1@127.0.0.1:" + controllerPort, "controller.listener.names=CONTROLLER",
            "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT", "log.dirs=" + folder.resolve("broker"),
            "offsets.topic.replication.factor=1", "offsets.topic.num.partitions=1", "transaction.state.log.replication.factor=1",
            "transaction.state.log.min.isr=1", "transaction.state.log.num.partitions=1", "log.cleaner.dedupe.buffer.size=8388608",
            "group.initial.rebalance.delay.ms=0"));
        try (Jvm format = Jvm.start(folder, kafka.tools.StorageTool.class,
            List.of("format", "-t", Uuid.randomUuid().toString(), "-c", properties.toString()))) {
            assertThat(format.exitCode(SECONDS)).as(format.stderr()).isZero();
        }
        running.add(Jvm.start(folder, kafka.Kafka.class, List.of(properties.toString())));
        return "127.0.0.1:" + port;
    }

    private Jvm start(String... arguments) throws IOException {
        Jvm jvm = Jvm.start(folder, Penstock.class, List.of(arguments));
        running.add(jvm);
        return jvm;
    }

    private List<String> run(String... arguments) throws IOException, InterruptedException {
        Jvm jvm = start(arguments);
        assertThat(jvm.exitCode(SECONDS)).as(jvm.stderr()).isZero();
        return jvm.stdout();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
