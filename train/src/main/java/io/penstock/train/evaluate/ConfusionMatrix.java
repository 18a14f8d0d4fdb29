package io.penstock.train.evaluate;

import io.penstock.classify.digit.DigitClassifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each digit was taken for each.
 *
 * @param counts for each true digit how often each digit was most probable
 */
record ConfusionMatrix(int[][] counts) {

    private static final int DIGITS = DigitClassifier.DIGITS;

    static ConfusionMatrix of(Answers answers) {
        int[][] counts = new int[DIGITS][DIGITS];
        for (int i = 0; i < answers.size(); i++) {
            counts[answers.label(i)][answers.digit(i)]++;
        }
        return new ConfusionMatrix(counts);
    }

    int right() {
        return IntStream.range(0, DIGITS).map(digit -> counts[digit][digit]).sum();
    }

    /** Returns how often a digit occurs. */
    int occurrences(int digit) {
        return IntStream.of(counts[digit]).sum();
    }

    /** Returns the share (0 to 1) of answers "this digit" that are right; null where there was none. */
    Double precision(int digit) {
        return share(counts[digit][digit], IntStream.range(0, DIGITS).map(label -> counts[label][digit]).sum());
    }

    /** Returns the share (0 to 1) of this digit's occurrences that are right; null where there is none. */
    Double recall(int digit) {
        return share(counts[digit][digit], occurrences(digit));
    }

    /** Returns the harmonic mean of precision and recall; null where the digit neither occurs nor was answered. */
    Double f1(int digit) {
        int answered = IntStream.range(0, DIGITS).map(label -> counts[label][digit]).sum();
        return share(2 * counts[digit][digit], occurrences(digit) + answered);
    }

    /** Returns pairs that were confused, the most frequent first. */
    List<ConfusedPair> mostConfused(int limit) {
        List<ConfusedPair> pairs = new ArrayList<>();
        for (int label = 0; label < DIGITS; label++) {
            for (int digit = 0; digit < DIGITS; digit++) {
                if (label != digit && counts[label][digit] > 0) {
                    pairs.add(new ConfusedPair(label, digit, counts[label][digit]));
                }
            }
        }
        return pairs.stream().sorted(Comparator.comparingInt(ConfusedPair::count).reversed()).limit(limit).toList();
    }

    private static Double share(int part, int whole) {
        return whole == 0 ? null : part / (double) whole;
    }
}
