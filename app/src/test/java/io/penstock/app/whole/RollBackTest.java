package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.app.Penstock;
import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.FormFiles;
import io.penstock.app.client.FormPublisher;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.config.Settings;
import io.penstock.app.stage.Pipeline;
import io.penstock.app.stage.Stage;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink is upgraded to a release with another schema of what it writes and of its state on disk, and goes back. */
class RollBackTest {

    private static final Path SAMPLE = Path.of("..", "samples", "us-zip-card-0007.png");
    private static final Path FORM = Path.of("..", "forms", "us-zip-card.yaml");
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long SECONDS = 60;

    @TempDir
    private Path folder;

    private EmbeddedBroker broker;
    private Jvm sink;

    @AfterEach
    void stop() {
        sink.close();
        broker.close();
    }

    @Test
    void theOlderReleaseReadsWhatTheNewerOneWroteToTopicsAndState() throws Exception {
        Path newer = Files.createDirectory(folder.resolve("newer"));
        NewerRelease.make(newer);
        broker = EmbeddedBroker.temporary();
        Settings settings = Settings.of(Stage.definitions(), null, Map.of(), Map.of("topics.partitions", "1"));
        KafkaClients clients = new KafkaClients(settings, broker.bootstrapServers());
        TopicCatalogue topics = clients.topics();
        clients.createTopics();
        try (Producer<String, byte[]> producer = clients.producer()) {
            FormPublisher.publish(producer, topics.forms().name(), FormFiles.read(List.of(FORM)));
        }
        startSink(List.of());
        try (Pipeline others = Pipeline.start(EnumSet.of(Stage.INGEST, Stage.SEGMENT, Stage.CLASSIFY), settings,
                 broker.bootstrapServers(), folder.resolve("state"));
             Producer<String, byte[]> producer = clients.producer();
             TopicReader reviews = new TopicReader(clients.consumer(), List.of(topics.reviews()));
             TopicReader results = new TopicReader(clients.consumer(), List.of(topics.results()))) {
            others.awaitRunning(START);
            submit(producer, topics, "a");
            ReviewTask ofOlder = TopicReader.value(topics.reviews(), await(reviews, record -> record.value() != null));

            stopSink();
            startSink(List.of("-cp", newer + File.pathSeparator + System.getProperty("java.class.path")));
            answer(producer, topics, ofOlder);
            ConsumerRecord<String, byte[]> resultOfNewer = await(results, record -> true);
            submit(producer, topics, "b");
            ConsumerRecord<String, byte[]> reviewOfNewer = await(reviews, record -> record.value() != null);

            stopSink();
            startSink(List.of());
            answer(producer, topics, TopicReader.value(topics.reviews(), reviewOfNewer));
            RecognizedDocument last = TopicReader.value(topics.results(), await(results, record -> record.key().equals("b")));

            assertThat(last.getNumbers()).hasSize(1);
            assertThat(TopicReader.value(topics.results(), resultOfNewer).getDocument()).isEqualTo("a");
            TopicCatalogue ofJar = settings.pipeline().topics();
            assertThatThrownBy(() -> TopicReader.value(ofJar.results(), resultOfNewer)).isInstanceOf(SerializationException.class)
                .hasMessageContaining("there is no schema with the fingerprint");
        }
    }

    private void startSink(List<String> options) throws Exception {
        sink = Jvm.start(folder, Map.of(), options, Penstock.class, List.of("stage", "sink", "--bootstrap-servers",
            broker.bootstrapServers(), "--set", "streams.state.dir=" + folder.resolve("sink"), "--set", "sink.accept.confidence=1",
            "--set", "topics.partitions=1", "--set", "kafka.session.timeout.ms=6000", "--set", "kafka.heartbeat.interval.ms=1000"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!sink.stderr().contains("running on")) {
            assertThat(sink.isAlive() && System.nanoTime() < deadline).as(sink.stderr()).isTrue();
            Thread.sleep(50);
        }
    }

    private void stopSink() throws Exception {
        sink.interrupt();
        sink.exitCode(SECONDS);
    }

    private static void submit(Producer<String, byte[]> producer, TopicCatalogue topics, String document) throws Exception {
        producer.send(new ProducerRecord<>(topics.documents().name(), document, Files.readAllBytes(SAMPLE))).get();
    }

    private static void answer(Producer<String, byte[]> producer, TopicCatalogue topics, ReviewTask task) throws Exception {
        Correction correction = Correction.newBuilder().setReview(task.getId()).setDocument(task.getNumber().getDocument())
            .setOutcome(CorrectionOutcome.EMPTY).setReviewer("ann").setCorrectedAt(Instant.now()).build();
        producer.send(new ProducerRecord<>(topics.corrections().name(), task.getId(),
            topics.corrections().values().serializer().serialize(topics.corrections().name(), correction))).get();
    }

    private ConsumerRecord<String, byte[]> await(TopicReader reader, Predicate<ConsumerRecord<String, byte[]>> wanted) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && sink.isAlive()) {
            for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(50))) {
                if (wanted.test(record)) {
                    return record;
                }
            }
        }
        throw new AssertionError("nothing came; the sink says:\n" + sink.stderr());
    }
}
