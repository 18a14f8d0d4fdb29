package io.penstock.app.read;

import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.FormPublisher;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.ScanFile;
import io.penstock.app.client.Submitter;
import io.penstock.app.client.TopicReader;
import io.penstock.app.config.PipelineConfig;
import io.penstock.app.config.Settings;
import io.penstock.app.files.TemporaryFolder;
import io.penstock.app.output.DocumentOutcome;
import io.penstock.app.stage.Pipeline;
import io.penstock.app.stage.Stage;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;

/**
 * Runs the stages on a cluster of their own over a list of scans until each has its outcome. Never waits for ever: when nothing
 * happens for the time that is configured, or a stage has stopped, the rest is given up, and each of them says so.
 */
public final class ReadSession {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Settings settings;
    private final PipelineConfig config;
    private final TopicCatalogue topics;
    private final KafkaClients clients;
    private final String bootstrapServers;
    private final Path stateDir;

    /**
     * Reads on an embedded broker that lives as long as this call.
     *
     * @param outcomes gets the outcome of each scan, in the order of the request
     * @param stop     true as soon as the rest is to be given up
     * @return why some scans were given up; empty where every one was handled
     * @throws IOException          where the broker's or the stages' folder can't be made
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public static Optional<String> embedded(Settings settings, ReadRequest request, Consumer<DocumentOutcome> outcomes,
                                            BooleanSupplier stop) throws IOException, InterruptedException {
        try (TemporaryFolder state = TemporaryFolder.create("penstock-state-"); EmbeddedBroker broker = EmbeddedBroker.temporary()) {
            Path stateDir = settings.pipeline().stateDir().orElse(state.path());
            return new ReadSession(settings, broker.bootstrapServers(), stateDir).read(request, outcomes, stop);
        }
    }

    /** Prepares a session on a cluster that no other pipeline uses; {@code stateDir} is for the stages' state stores. */
    public ReadSession(Settings settings, String bootstrapServers, Path stateDir) {
        this.settings = settings;
        this.bootstrapServers = bootstrapServers;
        this.stateDir = stateDir;
        config = settings.pipeline();
        topics = config.topics();
        clients = new KafkaClients(settings, bootstrapServers);
    }

    /**
     * Reads.
     *
     * @param outcomes gets the outcome of each scan, in the order of the request
     * @param stop     true as soon as the rest is to be given up
     * @return why some scans were given up; empty where every one was handled
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public Optional<String> read(ReadRequest request, Consumer<DocumentOutcome> outcomes, BooleanSupplier stop)
        throws InterruptedException {
        clients.createTopics();
        try (Producer<String, byte[]> producer = clients.producer()) {
            FormPublisher.publish(producer, topics.forms().name(), request.forms());
        }
        try (Pipeline pipeline = Pipeline.start(Stage.reading(), settings, bootstrapServers, stateDir);
             Submission submission = Submission.start(new Submitter(clients.producer(), config), request);
             TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.numbers(), topics.deadLetters()))) {
            OutcomeTracker tracker = new OutcomeTracker(topics, request.scans().stream().map(ScanFile::document).toList());
            return follow(tracker, () -> trouble(pipeline, submission, stop), submission, reader, outcomes);
        }
    }

    private static Optional<String> trouble(Pipeline pipeline, Submission submission, BooleanSupplier stop) {
        return pipeline.failure().or(submission::failure).or(() -> stop.getAsBoolean() ? Optional.of("interrupted") : Optional.empty());
    }

    private Optional<String> follow(OutcomeTracker tracker, Supplier<Optional<String>> check, Submission submission, TopicReader reader,
                                    Consumer<DocumentOutcome> outcomes) {
        long lastNews = System.nanoTime();
        Optional<String> trouble = Optional.empty();
        while (!tracker.isDone() && trouble.isEmpty()) {
            ConsumerRecords<String, byte[]> records = reader.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                tracker.accept(record);
            }
            submission.drainRefusals(tracker::refuse);
            giveOut(tracker, outcomes);
            if (!records.isEmpty() || submission.hasAdvanced()) {
                lastNews = System.nanoTime();
            }
            trouble = check.get();
            if (trouble.isEmpty() && System.nanoTime() - lastNews > config.inactivity().toNanos()) {
                trouble = Optional.of("no outcome for " + config.inactivity().toSeconds() + " s (read.inactivity.seconds)");
            }
        }
        trouble.ifPresent(why -> {
            tracker.giveUp(why);
            giveOut(tracker, outcomes);
        });
        return trouble;
    }

    private static void giveOut(OutcomeTracker tracker, Consumer<DocumentOutcome> outcomes) {
        for (Optional<DocumentOutcome> next = tracker.next(); next.isPresent(); next = tracker.next()) {
            outcomes.accept(next.get());
        }
    }
}
