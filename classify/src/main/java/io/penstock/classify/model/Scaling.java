package io.penstock.classify.model;

import io.penstock.classify.digit.DigitClassifier;
import java.util.Locale;

/**
 * How pooled probabilities become calibrated ones: each is raised to the inverse of a temperature, reject is weighted, and all are made to
 * add up to 1 again. The weight moves reject from the share of rubbish that training drew to the share that is expected.
 *
 * @param temperature greater than 0: below 1 sharpens, above 1 softens
 * @param reject      greater than 0: what reject is multiplied by
 */
public record Scaling(double temperature, double reject) {

    /** Leaves probabilities alone. */
    public static final Scaling NONE = new Scaling(1, 1);

    /** Rejects what cannot scale. */
    public Scaling {
        if (!(temperature > 0) || !(reject > 0)) {
            throw new IllegalArgumentException("a temperature and a weight of reject are above 0");
        }
    }

    /** Returns probabilities scaled: the ten digits and, after them, reject, where there is one. */
    public float[] of(float... pooled) {
        double[] powers = new double[pooled.length];
        double sum = 0;
        for (int i = 0; i < pooled.length; i++) {
            powers[i] = Math.pow(pooled[i], 1 / temperature) * (i == DigitClassifier.REJECT ? reject : 1);
            sum += powers[i];
        }
        float[] scaled = new float[pooled.length];
        for (int i = 0; i < pooled.length; i++) {
            scaled[i] = (float) (powers[i] / sum);
        }
        return scaled;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "temperature %.3f, reject times %.3f", temperature, reject);
    }
}
