package io.penstock.app.stage;

import io.penstock.app.client.ClusterTrouble;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.PipelineConfig;
import io.penstock.app.config.Settings;
import io.penstock.app.process.ProcessFailure;
import io.penstock.review.ReviewService;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** One stage as a Kafka Streams application. */
final class StageApplication implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    /** How much longer than the slowest record a stage may take for anything. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stage stage;
    private final BuiltStage built;
    private final Optional<ReviewService> console;
    private final KafkaStreams streams;
    private final ThreadRestarts restarts;
    private final Restoring restoring = new Restoring();
    private final StageWatch watch;

    /** Builds the application; {@link #start} starts it. */
    StageApplication(Stage stage, Settings settings, String bootstrapServers, Path stateDir) {
        PipelineConfig config = settings.pipeline();
        this.stage = stage;
        KafkaClients clients = new KafkaClients(settings, bootstrapServers);
        TopicCatalogue topics = clients.topics();
        built = stage.build(topics, settings);
        Properties properties = StreamsProperties.of(stage, topics, settings, bootstrapServers, stateDir);
        console = built.people().map(work -> PeoplesConsole.start(work, topics, settings, clients));
        console.ifPresent(service -> properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, service.applicationServer()));
        streams = new KafkaStreams(built.topology(), properties);
        console.ifPresent(service -> service.follow(streams));
        restarts = new ThreadRestarts(stage.shortName(), config.maxRestarts(), streams::addStreamThread, InstantSource.system());
        streams.setUncaughtExceptionHandler(restarts);
        streams.setGlobalStateRestoreListener(restoring);
        watch = new StageWatch(stage.shortName(), stage.slowestRecord(settings).plus(PATIENCE),
            () -> StageWatch.Look.at(streams, restoring), InstantSource.system());
    }

    /** Begins to prepare the places where the stage's work is done. */
    void prepare() {
        built.open();
    }

    /** Returns when they are: a stage that has work before takes seconds for its first record, and nobody else does it. */
    void awaitPrepared() throws InterruptedException {
        built.awaitWarm();
    }

    /** Joins the group and works on what it is given. */
    void start() {
        streams.start();
    }

    boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Returns whether it has work, or the threads of other processes have all of it. */
    boolean hasPartitions() {
        return streams.metadataForLocalThreads().stream().anyMatch(thread -> !thread.activeTasks().isEmpty());
    }

    /** Returns the address at which people work; empty where the stage has none. */
    Optional<String> console() {
        return console.map(ReviewService::address);
    }

    /** Returns how well the stage gets on. */
    StageWatch watch() {
        return watch;
    }

    /** Returns how much of its state the stage has read back. */
    Restoring restoring() {
        return restoring;
    }

    String name() {
        return stage.shortName();
    }

    /** Returns why this stage has stopped for good, in one line. */
    Optional<String> failure() {
        if (restarts.failure().isPresent()) {
            return restarts.failure().map(cause -> "stage " + stage.shortName() + " stopped: "
                + ClusterTrouble.of(cause).map(ProcessFailure::line).orElse(cause.toString()));
        }
        return streams.state() == KafkaStreams.State.ERROR ? Optional.of("stage " + stage.shortName() + " stopped") : Optional.empty();
    }

    /** Leaves the group, so that others go on with the work at once. */
    @Override
    public void close() {
        restarts.close();
        console.ifPresent(ReviewService::close);
        streams.close(CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        built.close();
    }
}
