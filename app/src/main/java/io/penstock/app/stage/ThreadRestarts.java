package io.penstock.app.stage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces the threads of a stage that die, up to a number in an hour, after a pause that grows with it; then the stage stops for good and
 * its failure is known here. Where a right is missing it stops at once.
 *
 * <p>Streams' own replacement leaves the dead thread in the group, which then stands still until it is missed. So the exception goes on,
 * with which the thread leaves, and the new thread is added here. Thread-safe.
 */
final class ThreadRestarts implements StreamsUncaughtExceptionHandler, AutoCloseable {

    /** How long a restart counts. */
    static final Duration MEMORY = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(ThreadRestarts.class);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String stage;
    private final int limit;
    private final Runnable addThread;
    private final InstantSource time;
    private final Deque<Long> restarts = new ArrayDeque<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "thread-restarts");
        thread.setDaemon(true);
        return thread;
    });
    private Throwable failure;

    /** Allows {@code limit} restarts in an hour; {@code addThread} starts one more thread. */
    ThreadRestarts(String stage, int limit, Runnable addThread, InstantSource time) {
        this.stage = stage;
        this.limit = limit;
        this.addThread = addThread;
        this.time = time;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable cause) {
        Optional<Duration> pause = next(cause);
        if (pause.isEmpty()) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        schedule(pause.get());
        if (cause instanceof RuntimeException exception) {
            throw exception;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(cause);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a thread that cannot be added has said so
    private void schedule(Duration pause) {
        clock.schedule(addThread, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized Optional<Duration> next(Throwable cause) {
        long now = time.millis();
        while (!restarts.isEmpty() && restarts.peekFirst() <= now - MEMORY.toMillis()) {
            restarts.removeFirst();
        }
        if (isDenied(cause) || restarts.size() >= limit) {
            LOG.error("stage {} stops: its threads failed {} times in the last hour", stage, restarts.size() + 1, cause);
            failure = cause;
            return Optional.empty();
        }
        Duration pause = pause(restarts.size());
        restarts.addLast(now);
        LOG.warn("stage {}: a thread failed and is replaced in {} s ({} of at most {} in an hour)", stage, pause.toSeconds(),
            restarts.size(), limit, cause);
        return Optional.of(pause);
    }

    /** The first is replaced at once, then after 1, 2, 4, … seconds. */
    static Duration pause(int before) {
        Duration pause = before == 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(before - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static boolean isDenied(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException) {
                return true;
            }
        }
        return false;
    }

    /** Returns what stopped the stage. */
    synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
