package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.stage.Stage;
import java.io.IOException;
import java.net.ConnectException;
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
        int port = FreePort.next();
        cluster.penstock("topics", "create");
        cluster.penstock("forms", "apply");
        for (String stage : Stage.names()) {
            running.add(cluster.start("stage", stage, "--set", "streams.state.dir=" + folder.resolve(stage),
                "--set", "review.http.port=0"));
        }
        String health = "http://127.0.0.1:" + port;
        running.add(cluster.start("stage", "classify", "--health-port", Integer.toString(port), "--set",
            "streams.state.dir=" + folder.resolve("second")));
        awaitReady(health + "/ready");
        assertThat(get(health + "/health").statusCode()).isEqualTo(200);
        assertThat(cluster.penstock("submit", SAMPLE.toString())).containsExactly("us-zip-card-0001.pdf");

        List<String> numbers = cluster.penstock("consume", "numbers", "--max", "1");
        assertThat(numbers).singleElement().asString().startsWith("{\"document\":\"us-zip-card-0001.pdf\",\"page\":1,"
            + "\"form\":\"us-zip-card\"");
        for (Jvm stage : running) {
            assertThat(stage.isAlive()).as(stage.stderr()).isTrue();
            stage.interrupt();
        }
        for (Jvm stage : running) {
            stage.exitCode(SECONDS);
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
}
