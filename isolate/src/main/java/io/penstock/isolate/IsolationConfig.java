package io.penstock.isolate;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.CaseInsensitiveValidString;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * How work on documents and pages is kept apart from the stage.
 *
 * @param mode        where it is done
 * @param step        time for one page
 * @param memoryBytes memory that a child process may take, its heap is half of it
 * @param drills      whether documents that order a failure get it
 */
public record IsolationConfig(Mode mode, Duration step, long memoryBytes, boolean drills) {

    /** Setting that lets documents order failures. */
    public static final String DRILLS = "isolation.drills";

    private static final String MODE = "isolation";
    private static final String STEP = "isolation.page.seconds";
    private static final String MEMORY = "isolation.memory.mb";

    private static final long MIB = 1024 * 1024;
    private static final long MOST_BY_ITSELF = 4096 * MIB;
    private static final long LEAST = 256 * MIB;

    /** Where work is done. */
    public enum Mode {
        /** In child processes, which are ended and replaced as needed: hangs, errors and crashes are survived. */
        PROCESS,
        /** On threads of the stage's own process: hangs and errors are survived, crashes are not. */
        THREAD
    }

    /** Every key, with its documentation. */
    public static final ConfigDef DEFINITION = new ConfigDef()
        .define(MODE, Type.STRING, "process", CaseInsensitiveValidString.in("process", "thread"), Importance.MEDIUM,
            "Where documents and pages are decoded and read. process: in child processes of the stage, one for each of its threads; a "
                + "document that hangs, takes all memory or crashes native code ends its child, and the stream goes on. thread: in the "
                + "stage itself, for scans that are trusted; starts faster, but a crash of native code ends the stage.")
        .define(STEP, Type.INT, 6, Range.between(1, 240), Importance.MEDIUM,
            "Seconds for one page in each stage; a page that takes longer is given up with TIMEOUT. On a machine that is so busy that the "
                + "page gets less than half of that as processor time, up to four times as long.")
        .define(MEMORY, Type.INT, 0, Range.between(0, 1_000_000), Importance.MEDIUM,
            "MiB of memory that one child process may take, half of it as its heap; one that takes more is ended and the page given up "
                + "with OUT_OF_MEMORY. 0: half of the machine's or container's memory, at most 4096.")
        .define(DRILLS, Type.BOOLEAN, false, Importance.LOW,
            "Whether drill documents, which order a failure, get it. For rehearsals; never where strangers send documents.");

    /** Reads the keys from settings that may hold others too. */
    public static IsolationConfig of(Map<String, ?> settings) {
        AbstractConfig config = new AbstractConfig(DEFINITION, settings, false);
        long memory = config.getInt(MEMORY) * MIB;
        return new IsolationConfig(Mode.valueOf(config.getString(MODE).toUpperCase(Locale.ROOT)),
            Duration.ofSeconds(config.getInt(STEP)), memory == 0 ? byItself() : Math.max(LEAST, memory), config.getBoolean(DRILLS));
    }

    /**
     * Returns how long one input can take at most: where a child dies of it, a fresh one tries again.
     *
     * @param limit after which the work itself stops between two pages; zero where an input is one page
     */
    public Duration slowest(Duration limit) {
        return step.multipliedBy(Patience.CROWDED).plus(limit).multipliedBy(2).plus(Child.START);
    }

    private static long byItself() {
        long machine = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.max(LEAST, Math.min(MOST_BY_ITSELF, machine / 2));
    }
}
