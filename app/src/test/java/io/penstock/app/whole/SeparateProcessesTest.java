package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.Penstock;
import io.penstock.app.stage.Stage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    private KafkaCluster cluster;

    @AfterEach
    void stop() {
        running.forEach(Jvm::close);
        cluster.close();
    }

    @Test
    void aScanBecomesANumberOnAnotherProcessesTopic() throws IOException, InterruptedException {
        cluster = KafkaCluster.start(folder, 1);
        String bootstrap = cluster.bootstrapServers();
        int port = freePort();
        run("topics", "create", "--bootstrap-servers", bootstrap);
        run("forms", "apply", "--bootstrap-servers", bootstrap);
        List<Jvm> stages = new ArrayList<>();
        for (String stage : Stage.names()) {
            stages.add(start("stage", stage, "--bootstrap-servers", bootstrap, "--set", "streams.state.dir=" + folder.resolve(stage)));
        }
        String health = "http://127.0.0.1:" + port;
        stages.add(start("stage", "classify", "--bootstrap-servers", bootstrap, "--health-port", Integer.toString(port), "--set",
            "streams.state.dir=" + folder.resolve("second")));
        awaitReady(health + "/ready");
        assertThat(get(health + "/health").statusCode()).isEqualTo(200);
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(String address) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        boolean ready = false;
        while (!ready) {
            assertThat(System.nanoTime()).as("ready").isLessThan(deadline);
            Thread.sleep(100);
            try {
                HttpResponse<String> answer = get(address);
                ready = answer.statusCode() == 200 && answer.body().startsWith("classify: RUNNING, ");
            } catch (ConnectException e) {
                Thread.onSpinWait(); // it has not begun to answer
            }
        }
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
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
}
