package io.penstock.review.figures;

import io.penstock.review.figures.Figure.What;
import io.penstock.schema.Correction;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The counters of all stream tasks of this process. Thread-safe. */
public final class Figures {

    private final Set<Counters> tasks = ConcurrentHashMap.newKeySet();

    /** From now on a task counts here. */
    public void begin(Counters counters) {
        tasks.add(counters);
    }

    /** A task counts here no more. */
    public void end(Counters counters) {
        tasks.remove(counters);
    }

    /** Returns the counters from an hour on, by their keys. */
    public Map<String, Long> from(Instant hour) {
        Map<String, Long> sums = new TreeMap<>();
        tasks.forEach(counters -> counters.addTo(sums, hour));
        return sums;
    }

    /** Counts an answer. */
    public static void answered(Counters counters, Correction correction) {
        Instant at = correction.getCorrectedAt();
        counters.add(at, What.ANSWERS, correction.getReviewer(), 1);
        if (correction.getTookMillis() != null) {
            counters.add(at, What.TOOK, step(correction.getTookMillis()) + "|" + correction.getReviewer(), 1);
        }
    }

    /** Counts whether an answer to a task of several people was what held in the end. */
    public static void held(Counters counters, Correction answer, boolean same) {
        counters.add(answer.getCorrectedAt(), same ? What.AGREED : What.DISAGREED, answer.getReviewer(), 1);
    }

    /** Returns the step of a time: each is a tenth longer than the one before. */
    private static int step(long millis) {
        return (int) Math.round(Math.log(Math.max(100, millis) / 100.0) / Math.log(1.1));
    }

    /** Returns the seconds of a step. */
    static double seconds(int step) {
        return 0.1 * Math.pow(1.1, step);
    }
}
