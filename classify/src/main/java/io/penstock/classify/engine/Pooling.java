package io.penstock.classify.engine;

import io.penstock.classify.DigitClassifier;
import java.util.List;

/**
 * How the answers of several networks become one distribution: pool, then scale.
 *
 * @param temperature greater than 0: the pooled probabilities are raised to its inverse and made to add up to 1 again
 */
record Pooling(double temperature) {

    /**
     * Returns the distribution of each glyph.
     *
     * @param members for each member and glyph the probabilities of its classes; where they are only the ten digits, reject has none
     */
    float[][] distributions(List<float[][]> members) {
        float[][] distributions = new float[members.get(0).length][];
        for (int glyph = 0; glyph < distributions.length; glyph++) {
            distributions[glyph] = scaled(pooled(members, glyph));
        }
        return distributions;
    }

    private static double[] pooled(List<float[][]> members, int glyph) {
        double[] mean = new double[DigitClassifier.CLASSES];
        for (float[][] member : members) {
            for (int i = 0; i < member[glyph].length; i++) {
                mean[i] += member[glyph][i] / (double) members.size();
            }
        }
        return mean;
    }

    private float[] scaled(double[] pooled) {
        double sum = 0;
        for (int i = 0; i < pooled.length; i++) {
            pooled[i] = Math.pow(pooled[i], 1 / temperature);
            sum += pooled[i];
        }
        float[] scaled = new float[pooled.length];
        for (int i = 0; i < pooled.length; i++) {
            scaled[i] = (float) (pooled[i] / sum);
        }
        return scaled;
    }
}
