package io.penstock.train.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * How far confidence can be believed: answers in fifteen bins of equal width by confidence.
 *
 * @param bins those that hold answers, from low to high
 * @param ece  expected calibration error: the gap between mean confidence and accuracy in each bin, weighted by how many it holds; 0 is
 *             perfect
 */
public record Reliability(List<Bin> bins, double ece) {

    /** Number of bins from 0 to 1. */
    public static final int BINS = 15;

    /**
     * Answers of like confidence.
     *
     * @param confidence their mean confidence, 0 to 1
     * @param accuracy   share (0 to 1) that is right
     * @param count      how many
     */
    public record Bin(double confidence, double accuracy, int count) {
    }

    /** Bins the answers. */
    public static Reliability of(Answers answers) {
        double[] confidences = new double[answers.size()];
        boolean[] rights = new boolean[answers.size()];
        for (int i = 0; i < answers.size(); i++) {
            confidences[i] = answers.confidence(i);
            rights[i] = answers.isRight(i);
        }
        return of(confidences, rights);
    }

    /** Bins any answers: the confidence (0 to 1) of each, and whether it is right. */
    public static Reliability of(double[] confidences, boolean[] rights) {
        double[] confidence = new double[BINS];
        int[] right = new int[BINS];
        int[] count = new int[BINS];
        for (int i = 0; i < confidences.length; i++) {
            double probability = confidences[i];
            int bin = Math.min(BINS - 1, (int) (probability * BINS));
            confidence[bin] += probability;
            right[bin] += rights[i] ? 1 : 0;
            count[bin]++;
        }
        List<Bin> bins = new ArrayList<>();
        double gap = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] > 0) {
                bins.add(new Bin(confidence[bin] / count[bin], right[bin] / (double) count[bin], count[bin]));
                gap += Math.abs(confidence[bin] - right[bin]);
            }
        }
        return new Reliability(bins, confidences.length == 0 ? 0 : gap / confidences.length);
    }
}
