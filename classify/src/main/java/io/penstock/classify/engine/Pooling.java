package io.penstock.classify.engine;

import io.penstock.classify.DigitClassifier;
import java.util.List;

/**
 * How the answers of an ensemble's networks become one distribution: pool, then scale, then take out the reject class.
 *
 * @param temperature greater than 0: the pooled probabilities are raised to its inverse and made to add up to 1 again
 */
record Pooling(double temperature) {

    private static final int DIGITS = 10;
    private static final int NOT_A_DIGIT = 1;

    /**
     * Returns the distribution of each glyph.
     *
     * @param members for each member and glyph the probabilities of the ten digits
     * @param reject  for each glyph the probabilities of "digit" and "not a digit"
     */
    float[][] distributions(List<float[][]> members, float[][] reject) {
        float[][] distributions = new float[reject.length][];
        for (int glyph = 0; glyph < reject.length; glyph++) {
            double[] digits = scaled(pooled(members, glyph));
            float rejected = reject[glyph][NOT_A_DIGIT];
            distributions[glyph] = new float[DigitClassifier.CLASSES];
            for (int digit = 0; digit < DIGITS; digit++) {
                distributions[glyph][digit] = (float) (digits[digit] * (1 - rejected));
            }
            distributions[glyph][DigitClassifier.REJECT] = rejected;
        }
        return distributions;
    }

    private static double[] pooled(List<float[][]> members, int glyph) {
        double[] mean = new double[DIGITS];
        for (float[][] member : members) {
            for (int digit = 0; digit < DIGITS; digit++) {
                mean[digit] += member[glyph][digit] / (double) members.size();
            }
        }
        return mean;
    }

    private double[] scaled(double[] pooled) {
        double sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            pooled[digit] = Math.pow(pooled[digit], 1 / temperature);
            sum += pooled[digit];
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            pooled[digit] /= sum;
        }
        return pooled;
    }
}
