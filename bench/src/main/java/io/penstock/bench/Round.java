package io.penstock.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * One measured round.
 *
 * @param count            what was read
 * @param seconds          wall-clock time from the first document handed over to the last number in hand
 * @param processorSeconds processor time of the whole process in that time: what counts on a machine that others use too
 */
record Round(Count count, double seconds, double processorSeconds) {

    /** The clocks of a round that has begun. */
    static final class Clock {

        private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        private final long started = System.nanoTime();
        private final long spent = PROCESS.getProcessCpuTime();

        /** Ends the round. */
        Round stop(Count count) {
            return new Round(count, (System.nanoTime() - started) / 1e9, (PROCESS.getProcessCpuTime() - spent) / 1e9);
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
