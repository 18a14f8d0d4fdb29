package io.penstock.bench.serving;

import java.util.List;
import java.util.function.Supplier;

/**
 * Who takes part: a name, and how a thread gets its own.
 *
 * @param name   for the table
 * @param source makes a contender for the calling thread
 */
record Entrant(String name, Supplier<Contender> source) {

    private static final int DIGITS = 10;

    /** Returns the share of labelled glyphs whose most probable digit is their label, as {@code evaluate digits} counts. */
    double accuracy(List<List<byte[]>> calls, byte[] labels) {
        int right = 0;
        int next = 0;
        try (Contender contender = source.get()) {
            for (List<byte[]> call : calls) {
                for (float[] answer : contender.classify(call)) {
                    right += mostProbable(answer) == labels[next++] ? 1 : 0;
                }
            }
        }
        return (double) right / next;
    }

    private static int mostProbable(float[] answer) {
        int best = 0;
        for (int digit = 1; digit < DIGITS; digit++) {
            best = answer[digit] > answer[best] ? digit : best;
        }
        return best;
    }
}
