package io.penstock.app.watch;

import io.penstock.ingest.FileEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells when a file is ready: it has not changed for a while, and holds all that it says it holds. One that never does is ready once
 * patience is at its end. Used by one thread.
 */
final class Settling {

    /** Files larger than this are not read to see whether they are whole: none can be submitted. */
    static final long LARGEST = 1L << 28;

    private final WatchTimes times;
    private final Map<Path, Seen> seen = new HashMap<>();

    /** What was seen of a file, since when; whether it is whole is asked once for each state. */
    private record Seen(FileState state, long sinceNanos, boolean asked, boolean whole) {
    }

    Settling(WatchTimes times) {
        this.times = times;
    }

    /** Looks at a file, which must be looked at again and again, and returns whether it is ready. */
    boolean isReady(Path file) throws IOException {
        long now = System.nanoTime();
        FileState state = FileState.of(file);
        Seen before = seen.get(file);
        Seen known = before != null && before.state.equals(state) ? before : new Seen(state, now, false, false);
        long age = now - known.sinceNanos;
        boolean still = age >= times.settle().toNanos();
        if (still && !known.asked) {
            known = new Seen(state, known.sinceNanos, true, isWhole(file, state));
        }
        seen.put(file, known);
        return still && (known.whole || age >= times.patience().toNanos());
    }

    /** Forgets all other files. */
    void keep(Collection<Path> files) {
        seen.keySet().retainAll(files);
    }

    private static boolean isWhole(Path file, FileState state) {
        try {
            return state.size() > LARGEST || FileEnd.isReached(Files.readAllBytes(file));
        } catch (IOException e) {
            return true; // who submits it says what is wrong
        }
    }
}
