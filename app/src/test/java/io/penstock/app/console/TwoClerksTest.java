package io.penstock.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.penstock.app.Penstock;
import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.Settings;
import io.penstock.app.stage.Stage;
import io.penstock.app.whole.FreePort;
import io.penstock.app.whole.Jvm;
import io.penstock.schema.Correction;
import io.penstock.schema.topic.TopicCatalogue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people in two browsers at two processes of the stage, one of which is killed half-way: every task is answered, and none twice. */
class TwoClerksTest {

    private static final int TASKS = 200;
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final double MOMENT_MILLIS = 500;

    @TempDir
    private Path folder;
    private EmbeddedBroker broker;
    private KafkaClients clients;
    private TopicCatalogue topics;
    private final List<Jvm> running = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.temporary();
        Settings settings = Settings.of(Stage.definitions(), null, Map.of(), Map.of("topics.partitions", "4"));
        clients = new KafkaClients(settings, broker.bootstrapServers());
        topics = settings.pipeline().topics();
        clients.createTopics();
        clients.publishSchemas();
        ReviewTasks.send(clients, TASKS, picture());
    }

    @AfterEach
    void stop() {
        running.forEach(Jvm::close);
        broker.close();
    }

    private Jvm service(String name, int port) throws Exception {
        Jvm jvm = Jvm.start(folder, Penstock.class, List.of("stage", "review", "--bootstrap-servers", broker.bootstrapServers(),
            "--set", "streams.state.dir=" + folder.resolve(name), "--set", "review.http.port=" + port, "--set", "review.user=" + name,
            "--set", "review.peer.secret=a secret of both", "--set", "topics.partitions=4"));
        running.add(jvm);
        return jvm;
    }

    @Test
    void everyTaskIsAnsweredAndNoneTwiceThoughAProcessIsKilled() throws Exception {
        int annsPort = FreePort.next();
        int bensPort = FreePort.next();
        Jvm first = service("ann", annsPort);
        service("ben", bensPort);
        try (Chromium chromium = Chromium.start()) {
            Clerk ann = new Clerk(open(chromium, annsPort));
            Clerk ben = new Clerk(open(chromium, bensPort));
            Set<String> answered = new HashSet<>();
            work(answered, TASKS / 2, ann, ben);
            first.kill();
            work(answered, TASKS / 2 + 2, ben);
            service("ann", annsPort);
            work(answered, TASKS, ann, ben);
            ann.awaitSent();
            ben.awaitSent();
            assertThat(chromium.complaints()).isEmpty();
        }
        List<Correction> corrections = ReviewTasks.corrections(clients);
        assertThat(corrections).extracting(Correction::getReview).doesNotHaveDuplicates().hasSize(TASKS);
        assertThat(corrections).extracting(Correction::getReviewer).contains("ann", "ben");
        assertThat(corrections).extracting(Correction::getText).containsOnly("94103");
    }

    private static Page open(Chromium chromium, int port) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                return chromium.open("http://127.0.0.1:" + port + "/", false);
            } catch (com.microsoft.playwright.PlaywrightException e) {
                assertThat(attempt).as(e.getMessage()).isLessThan(240);
                Thread.sleep(500);
            }
        }
    }

    /** Lets people answer in turn, until so many tasks are answered. */
    private static void work(Set<String> answered, int until, Clerk... people) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (answered.size() < until) {
            assertThat(System.nanoTime()).as(answered.size() + " are answered").isLessThan(deadline);
            for (Clerk clerk : people) {
                clerk.awaitTask(MOMENT_MILLIS).map(task -> task.get("review").toString()).ifPresent(review -> {
                    clerk.answer(review, "94103");
                    answered.add(review);
                });
            }
        }
    }

    private static ByteBuffer picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 60, BufferedImage.TYPE_BYTE_GRAY), "png", png);
        return ByteBuffer.wrap(png.toByteArray());
    }
}
