package io.penstock.app.stage;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.TimeoutException;

/** The wait for stages to run: as long as state is restored it goes on and says how far it is; else it ends after a time. */
final class StartWait {

    private static final Duration NEWS = Duration.ofSeconds(10);

    private final Duration timeout;
    private final LongSupplier done;
    private final LongSupplier total;
    private long restored;
    private long moved = System.nanoTime();
    private long said = System.nanoTime();

    StartWait(Duration timeout, LongSupplier done, LongSupplier total) {
        this.timeout = timeout;
        this.done = done;
        this.total = total;
    }

    /**
     * Looks how far it is.
     *
     * @throws TimeoutException where nothing has moved for too long
     */
    void look() {
        long now = System.nanoTime();
        long records = done.getAsLong();
        if (records != restored) {
            restored = records;
            moved = now;
            if (now - said > NEWS.toNanos()) {
                said = now;
                System.err.println("penstock: restoring state, " + records + " of " + total.getAsLong() + " records");
            }
        }
        if (now - moved > timeout.toNanos()) {
            throw new TimeoutException("the stages are not running after " + timeout.toSeconds() + " s without progress");
        }
    }
}
