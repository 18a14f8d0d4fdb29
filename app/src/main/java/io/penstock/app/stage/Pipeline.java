package io.penstock.app.stage;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.Settings;
import io.penstock.app.health.Health;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.TimeoutException;

/** Stages that run in this JVM against one Kafka cluster. */
public final class Pipeline implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    /** How long a stage may run before it counts as standing by: its group moves work to it in steps. */
    private static final Duration SETTLE = Duration.ofSeconds(5);

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
     * Returns when every stage is ready to take records: it has partitions, or has waited for them in vain because others have all.
     *
     * @param timeout how long nothing may move: while state is restored, there is no limit
     * @throws TimeoutException      where that takes too long
     * @throws IllegalStateException where a stage has stopped
     * @throws InterruptedException  where the thread is interrupted while waiting
     */
    public void awaitRunning(Duration timeout) throws InterruptedException {
        StartWait wait = new StartWait(timeout, () -> sum(Restoring::done), () -> sum(Restoring::total));
        while (!applications.stream().allMatch(StageApplication::isRunning)) {
            failure().ifPresent(why -> {
                throw new IllegalStateException(why);
            });
            wait.look();
            Thread.sleep(POLL.toMillis());
        }
        long deadline = System.nanoTime() + SETTLE.toNanos();
        while (!applications.stream().allMatch(StageApplication::hasPartitions) && System.nanoTime() < deadline) {
            Thread.sleep(POLL.toMillis());
        }
    }

    private long sum(ToLongFunction<Restoring> part) {
        return applications.stream().map(StageApplication::restoring).mapToLong(part).sum();
    }

    /** Returns the names of the stages of which other processes do all the work. */
    public List<String> standingBy() {
        return applications.stream().filter(application -> !application.hasPartitions()).map(StageApplication::name).toList();
    }

    /** Returns the address at which people work; empty where no stage here has one. */
    public Optional<String> console() {
        return applications.stream().map(StageApplication::console).flatMap(Optional::stream).findFirst();
    }

    /** Returns why a stage has stopped or stands still; empty while all get on. */
    public Optional<String> trouble() {
        return failure().or(() -> applications.stream().map(StageApplication::watch).map(StageWatch::trouble).flatMap(Optional::stream)
            .findFirst());
    }

    /** Returns which stages are not running yet, or again; empty while all are. */
    public Optional<String> waiting() {
        return applications.stream().map(StageApplication::watch).filter(watch -> !watch.isReady()).map(StageWatch::line).findFirst();
    }

    /** Returns the state of the stages, a line each. */
    public String state() {
        return applications.stream().map(StageApplication::watch).map(StageWatch::line).collect(Collectors.joining("\n"));
    }

    /** Returns what a supervisor may ask. */
    public Health health() {
        return new Health(this::trouble, this::waiting, this::state);
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
