package io.penstock.bench.serving;

import io.penstock.classify.digit.DigitClassifier;
import java.util.List;
import java.util.function.Supplier;

/**
 * Who takes part: a name, and how a thread gets its own.
 *
 * @param name   for the table
 * @param source makes a contender for the calling thread
 */
record Entrant(String name, Supplier<Contender> source) {

    /** Returns the share of labelled glyphs whose most probable digit is their label, as {@code evaluate digits} counts. */
    double accuracy(List<List<byte[]>> calls, byte[] labels) {
        int right = 0;
        int next = 0;
        try (Contender contender = source.get()) {
            for (List<byte[]> call : calls) {
                for (float[] answer : contender.classify(call)) {
                    right += DigitClassifier.digit(answer) == labels[next++] ? 1 : 0;
                }
            }
        }
        return (double) right / next;
    }
}
