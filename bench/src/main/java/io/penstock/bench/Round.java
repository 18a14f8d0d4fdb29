package io.penstock.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * One measured round.
 *
 * @param count            what was read
 * @param seconds          wall-clock time from the first document handed over to the last number in hand
 * @param processorSeconds processor time of the whole process and its children in that time: what counts on a machine that others use too
 */
record Round(Count count, double seconds, double processorSeconds) {

    /** The clocks of a round that has begun. */
    static final class Clock {

        private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        private final long started = System.nanoTime();
        private final long spent = spentSoFar();

        /** Ends the round. */
        Round stop(Count count) {
            return new Round(count, (System.nanoTime() - started) / 1e9, (spentSoFar() - spent) / 1e9);
        }

        /** The stages' work is done in child processes, which live as long as a run. */
        private static long spentSoFar() {
            return PROCESS.getProcessCpuTime() + ProcessHandle.current().descendants()
                .mapToLong(child -> child.info().totalCpuDuration().map(Duration::toNanos).orElse(0L)).sum();
        }
    }

    double pagesPerSecond() {
        return count.pages() / seconds;
    }

    double glyphsPerSecond() {
        return count.glyphs() / seconds;
    }

    double processorMillisPerPage() {
        return 1000 * processorSeconds / count.pages();
    }
}
