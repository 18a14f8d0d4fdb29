package io.penstock.app.stage;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;

/** Stages that run in this JVM against one Kafka cluster. */
public final class Pipeline implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final List<StageApplication> applications;
    private final AbandonedTransactions abandoned;

    private Pipeline(List<StageApplication> applications, AbandonedTransactions abandoned) {
        this.applications = applications;
        this.abandoned = abandoned;
    }

    /**
     * Starts stages; returns at once, while they join their groups.
     *
     * @param stateDir folder of their state stores
     */
    public static Pipeline start(Collection<Stage> stages, Settings settings, String bootstrapServers, Path stateDir) {
        Pipeline pipeline = prepare(stages, settings, bootstrapServers, stateDir);
        pipeline.begin();
        return pipeline;
    }

    /** Prepares stages for {@link #begin}; returns at once, while the places warm up where their work is done. */
    public static Pipeline prepare(Collection<Stage> stages, Settings settings, String bootstrapServers, Path stateDir) {
        List<StageApplication> applications = stages.stream()
            .map(stage -> new StageApplication(stage, settings, bootstrapServers, stateDir)).toList();
        Pipeline pipeline = new Pipeline(applications, AbandonedTransactions.watch(new KafkaClients(settings, bootstrapServers).admin(),
            stages.stream().map(stage -> settings.pipeline().applicationId(stage.shortName())).toList()));
        applications.forEach(StageApplication::prepare);
        return pipeline;
    }

    /** Returns when the stages can work as soon as they begin: in a group, others hand over their work at once. */
    public void awaitPrepared() throws InterruptedException {
        for (StageApplication application : applications) {
            application.awaitPrepared();
        }
    }

    /** Lets the stages join their groups. */
    public void begin() {
        applications.forEach(StageApplication::start);
    }

    /**
     * Returns when every stage is ready to take records.
     *
     * @throws TimeoutException      where that takes too long
     * @throws IllegalStateException where a stage has stopped
     * @throws InterruptedException  where the thread is interrupted while waiting
     */
    public void awaitRunning(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!applications.stream().allMatch(StageApplication::isRunning)) {
            failure().ifPresent(why -> {
                throw new IllegalStateException(why);
            });
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the stages are not running after " + timeout.toSeconds() + " s");
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** Returns why a stage has stopped for good, in one line; empty while all run. */
    public Optional<String> failure() {
        return applications.stream().map(StageApplication::failure).flatMap(Optional::stream).findFirst();
    }

    /** Stops all stages at once, so that it takes as long as the slowest. */
    @Override
    public void close() {
        abandoned.close();
        List<Thread> closing = applications.stream().map(application -> new Thread(application::close, "close-stage")).toList();
        closing.forEach(Thread::start);
        closing.forEach(Pipeline::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
