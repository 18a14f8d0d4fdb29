package io.penstock.app.stage;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces the threads of a stage that die, up to a limit; then the stage stops for good and its failure is known here.
 *
 * <p>Thread-safe.
 */
final class ThreadRestarts implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadRestarts.class);

    private final String stage;
    private final int limit;
    private final AtomicInteger restarts = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    ThreadRestarts(String stage, int limit) {
        this.stage = stage;
        this.limit = limit;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable cause) {
        int restart = restarts.incrementAndGet();
        if (restart > limit) {
            LOG.error("stage {} stops: its threads failed {} times", stage, restart, cause);
            failure.set(cause);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn("stage {}: a thread failed and is replaced ({} of at most {})", stage, restart, limit, cause);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Returns what stopped the stage. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }
}
