package io.penstock.train.calibrate;

import io.penstock.classify.DigitClassifier;
import java.util.stream.IntStream;

/**
 * Finds the temperature at which a classifier is, on average, as sure of its digits as it is right: mean confidence equals accuracy.
 *
 * <p>See Clarté et al., "Expectation consistency for calibration of neural networks", UAI 2023, and for ensembles, pool first and scale
 * then: Rahaman and Thiery, "Uncertainty quantification and deep ensembles", NeurIPS 2021. The temperature of least log loss (Guo et al.,
 * ICML 2017) bends to the few digits that nobody can read, and leaves the many too unsure: docs/model-card.md has both measured.
 */
public final class Temperature {

    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 5;

    private final float[][] pooled;
    private final double accuracy;

    /** Fits on pooled probabilities of digits, reject last where there is one, and the digits that should have been answered. */
    Temperature(float[][] pooled, byte[] labels) {
        this.pooled = pooled;
        this.accuracy = IntStream.range(0, labels.length).filter(i -> best(pooled[i]) == labels[i]).count() / (double) labels.length;
    }

    /** Returns the distributions at a temperature: raised to its inverse and made to add up to 1 again. */
    public static float[][] scaled(float[][] pooled, double temperature) {
        float[][] scaled = new float[pooled.length][];
        for (int i = 0; i < pooled.length; i++) {
            scaled[i] = new float[pooled[i].length];
            double sum = 0;
            for (float probability : pooled[i]) {
                sum += Math.pow(probability, 1 / temperature);
            }
            for (int k = 0; k < scaled[i].length; k++) {
                scaled[i][k] = (float) (Math.pow(pooled[i][k], 1 / temperature) / sum);
            }
        }
        return scaled;
    }

    /** Returns the temperature between 0.2 and 5, to three decimals. */
    double fit() {
        double low = LOWEST;
        double high = HIGHEST;
        while (high - low > 1e-4) {
            double middle = Math.sqrt(low * high);
            if (confidence(middle) > accuracy) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.round(1000 * high) / 1000.0;
    }

    /** Returns the mean probability of the most probable digit at a temperature: the higher that is, the lower. */
    private double confidence(double temperature) {
        double sum = 0;
        for (float[] distribution : scaled(pooled, temperature)) {
            sum += distribution[best(distribution)];
        }
        return sum / pooled.length;
    }

    private static int best(float[] distribution) {
        int best = 0;
        for (int digit = 1; digit < Math.min(DigitClassifier.REJECT, distribution.length); digit++) {
            best = distribution[digit] > distribution[best] ? digit : best;
        }
        return best;
    }
}
