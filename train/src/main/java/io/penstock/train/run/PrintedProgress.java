package io.penstock.train.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Prints a line a while with the time that is left, and a line an epoch. */
public final class PrintedProgress implements TrainProgress {

    private final PrintStream out;
    private final long everyNanos;
    private final long started = System.nanoTime();
    private long printed = started;
    private double doneAtStart = -1;

    /** Prints to {@code out}, at most every {@code interval}. */
    public PrintedProgress(PrintStream out, Duration interval) {
        this.out = out;
        this.everyNanos = interval.toNanos();
    }

    @Override
    public void advanced(int epoch, int epochs, double done, double loss) {
        long now = System.nanoTime();
        if (doneAtStart < 0) {
            doneAtStart = done;
        }
        if (now - printed < everyNanos || done <= doneAtStart) {
            return;
        }
        printed = now;
        double left = (now - started) / 1e9 / (done - doneAtStart) * (1 - done);
        out.printf(Locale.ROOT, "epoch %d/%d  %4.1f %%  loss %.4f  %d:%02d min left%n", epoch, epochs, 100 * done, loss,
            (long) left / 60, (long) left % 60);
    }

    @Override
    public void validated(EpochResult result) {
        out.printf(Locale.ROOT, "epoch %d  loss %.4f  validation %.3f %%  %.0f s%n", result.epoch(), result.loss(),
            100 * result.validationAccuracy(), result.seconds());
    }
}
