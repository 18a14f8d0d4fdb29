package io.penstock.isolate;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The clock of one step of work, which tells slow work from a slow machine.
 *
 * <p>A step is over when its time is, unless it got a little processor time but not half of its time as such: then others had the
 * processor, and it gets up to {@value #CROWDED} times as long. What stands still got none, what runs in circles got all. Thread-safe.
 */
final class Patience {

    static final int CROWDED = 4;

    private final long limit;
    private final LongSupplier processorNanos;
    private long begun;
    private long spentBefore = -1;

    /** Begins a step; {@code processorNanos} says how much processor time the worker has spent so far. */
    Patience(Duration limit, LongSupplier processorNanos) {
        this.limit = limit.toNanos();
        this.processorNanos = processorNanos;
        next();
    }

    /** Begins the next step. */
    synchronized void next() {
        begun = System.nanoTime();
        spentBefore = -1;
    }

    /** Returns whether the step is to be given up; asked every so often from early on. */
    synchronized boolean isOver() {
        long time = System.nanoTime() - begun;
        if (spentBefore < 0) {
            // not asked for at the beginning: most steps are over before anybody asks
            spentBefore = processorNanos.getAsLong();
        }
        if (time < limit) {
            return false;
        }
        long spent = processorNanos.getAsLong() - spentBefore;
        boolean crowded = spent > limit / 10 && spent < limit / 2;
        return !crowded || time >= CROWDED * limit;
    }
}
