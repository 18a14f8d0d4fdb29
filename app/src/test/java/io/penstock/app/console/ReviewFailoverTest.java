package io.penstock.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.penstock.app.Penstock;
import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.config.Settings;
import io.penstock.app.stage.Stage;
import io.penstock.app.whole.Jvm;
import io.penstock.app.whole.FreePort;
import io.penstock.schema.Correction;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people at two processes of the review stage, on one queue; one process is killed half-way and comes back. */
class ReviewFailoverTest {

    private static final int TASKS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    @Test
    void noTaskIsAnsweredTwiceAndNoneIsLost() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
            Settings settings = Settings.of(Stage.definitions(), null, Map.of(), Map.of("topics.partitions", "4"));
            KafkaClients clients = new KafkaClients(settings, broker.bootstrapServers());
            clients.createTopics();
            ReviewTasks.send(clients, TASKS);
            int annsPort = FreePort.next();
            int bobsPort = FreePort.next();
            Jvm anns = start(broker, "ann", annsPort);
            ExecutorService people = Executors.newFixedThreadPool(2);
            try (Jvm bobs = start(broker, "bob", bobsPort)) {
                Future<?> ann = people.submit(() -> work(annsPort));
                Future<?> bob = people.submit(() -> work(bobsPort));
                await(() -> done.size() >= TASKS / 4, anns, bobs);
                anns.kill();
                anns = start(broker, "ann", annsPort);
                ann.get();
                bob.get();
            } finally {
                anns.close();
                people.shutdownNow();
            }

            List<Correction> corrections = corrections(clients, settings.pipeline().topics());
            assertThat(corrections).extracting(Correction::getReview).doesNotHaveDuplicates().hasSize(TASKS);
            assertThat(corrections).extracting(Correction::getReview).containsAll(done);
            assertThat(corrections).extracting(Correction::getReviewer).contains("ann", "bob");
        }
    }

    private Jvm start(EmbeddedBroker broker, String user, int port) throws IOException {
        return Jvm.start(folder, Penstock.class, List.of("stage", "review", "--bootstrap-servers", broker.bootstrapServers(),
            "--set", "streams.state.dir=" + folder.resolve(user), "--set", "review.user=" + user, "--set", "review.http.port=" + port,
            "--set", "review.peer.secret=of both", "--set", "topics.partitions=4"));
    }

    /** Whoever works until nothing is open, whatever happens to the service meanwhile. */
    private Void work(int port) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                ConsoleClient client = new ConsoleClient("http://127.0.0.1:" + port + "/");
                if (clear(client)) {
                    return null;
                }
            } catch (IOException e) {
                Thread.sleep(100); // the service is away
            }
        }
        throw new AssertionError("not done in " + PATIENCE + ": " + done.size() + " of " + TASKS);
    }

    /** Returns whether nothing is left; false where the page must be loaded again. */
    private boolean clear(ConsoleClient client) throws IOException, InterruptedException {
        while (true) {
            JsonNode taken = client.act("api/leases", Map.of("want", 4));
            if (taken.has("code")) {
                Thread.sleep(100);
                return false;
            }
            for (JsonNode task : taken.path("tasks")) {
                answer(client, task);
            }
            JsonNode queue = client.get("api/queue");
            if (taken.path("tasks").isEmpty() && queue.path("open").asInt(1) == 0 && queue.path("silent").asInt() == 0) {
                return true;
            }
        }
    }

    private void answer(ConsoleClient client, JsonNode task) throws IOException, InterruptedException {
        JsonNode reply = client.answer(task, "94103");
        while (reply.path("code").asText().equals("NOT_DECIDED")) {
            reply = client.answer(task, "94103");
        }
        if (reply.has("answer")) {
            assertThat(done.add(task.path("review").asText())).as(task.toString()).isTrue();
        }
    }

    /** Something that comes true. */
    private interface Sign {

        boolean isSeen();
    }

    private static void await(Sign sign, Jvm... processes) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!sign.isSeen()) {
            for (Jvm process : processes) {
                assertThat(process.isAlive()).as(process.stderr()).isTrue();
            }
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static List<Correction> corrections(KafkaClients clients, TopicCatalogue topics) {
        List<Correction> found = new ArrayList<>();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.corrections()))) {
            do {
                for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(200))) {
                    found.add(TopicReader.value(topics.corrections(), record));
                }
            } while (!reader.isAtEnd());
        }
        return found;
    }
}
