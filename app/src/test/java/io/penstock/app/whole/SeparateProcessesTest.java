package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.Penstock;
import io.penstock.app.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
