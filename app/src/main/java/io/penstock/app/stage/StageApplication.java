package io.penstock.app.stage;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.PipelineConfig;
import io.penstock.app.config.Settings;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/** One stage as a Kafka Streams application. */
final class StageApplication implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private final Stage stage;
    private final KafkaStreams streams;
    private final ThreadRestarts restarts;

    /** Builds the application; {@link #start} starts it. */
    StageApplication(Stage stage, Settings settings, String bootstrapServers, Path stateDir) {
        PipelineConfig config = settings.pipeline();
        this.stage = stage;
        restarts = new ThreadRestarts(stage.shortName(), config.maxRestarts());
        TopicCatalogue topics = new KafkaClients(settings, bootstrapServers).topics();
        streams = new KafkaStreams(stage.topology(topics, settings),
            StreamsProperties.of(stage.shortName(), topics, settings, bootstrapServers, stateDir));
        streams.setUncaughtExceptionHandler(restarts);
    }

    void start() {
        streams.start();
    }

    boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Returns why this stage has stopped for good, in one line. */
    Optional<String> failure() {
        if (restarts.failure().isPresent()) {
            return restarts.failure().map(cause -> "stage " + stage.shortName() + " stopped: " + cause);
        }
        return streams.state() == KafkaStreams.State.ERROR ? Optional.of("stage " + stage.shortName() + " stopped") : Optional.empty();
    }

    @Override
    public void close() {
        streams.close(CLOSE_TIMEOUT);
    }
}
