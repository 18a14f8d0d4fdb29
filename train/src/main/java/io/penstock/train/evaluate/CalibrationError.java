package io.penstock.train.evaluate;

/** Gathers the expected calibration error: fifteen equal bins of confidence, the gap in each weighted by how much it holds. */
final class CalibrationError {

    private static final int BINS = 15;

    private final double[] confidence = new double[BINS];
    private final int[] right = new int[BINS];
    private final int[] count = new int[BINS];

    /** Adds one answer. */
    void add(double probability, boolean isRight) {
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        confidence[bin] += probability;
        right[bin] += isRight ? 1 : 0;
        count[bin]++;
    }

    /** Returns the error, 0 to 1; 0 where nothing was added. */
    double expected() {
        double sum = 0;
        int total = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(confidence[bin] - right[bin]);
            total += count[bin];
        }
        return total == 0 ? 0 : sum / total;
    }
}
