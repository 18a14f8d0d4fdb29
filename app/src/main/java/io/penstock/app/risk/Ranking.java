package io.penstock.app.risk;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Trials by confidence, the surest first. */
final class Ranking {

    private final double[] confidence;
    private final int[] wrong;

    /** Takes the confidence of each trial and whether it is right. */
    Ranking(double[] confidences, boolean[] right) {
        List<Integer> order = IntStream.range(0, confidences.length).boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -confidences[i])).toList();
        confidence = order.stream().mapToDouble(i -> confidences[i]).toArray();
        wrong = new int[confidence.length + 1];
        for (int i = 0; i < confidence.length; i++) {
            wrong[i + 1] = wrong[i] + (right[order.get(i)] ? 0 : 1);
        }
    }

    int size() {
        return confidence.length;
    }

    /**
     * Returns the level that accepts at most the {@code rank} surest trials: just above the confidence of the next one, so that given the
     * level those above it are independent draws. Zero where all are to be accepted.
     */
    double level(int rank) {
        return rank >= confidence.length ? 0 : Math.nextUp(confidence[rank]);
    }

    /** Returns how many trials reach a level. */
    int accepted(double level) {
        int count = 0;
        while (count < confidence.length && confidence[count] >= level) {
            count++;
        }
        return count;
    }

    /** Returns how many of the surest {@code count} are wrong. */
    int wrong(int count) {
        return wrong[count];
    }
}
