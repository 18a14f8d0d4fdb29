package io.penstock.classify.ensemble;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.model.Scaling;
import java.util.List;

/**
 * How the answers of several networks become one distribution: pool, then scale.
 *
 * @param scaling what is done to the mean
 */
record Pooling(Scaling scaling) {

    /**
     * Returns the distribution of each glyph.
     *
     * @param members for each member and glyph the probabilities of its classes; where they are only the ten digits, reject has none
     */
    float[][] distributions(List<float[][]> members) {
        float[][] distributions = new float[members.get(0).length][];
        for (int glyph = 0; glyph < distributions.length; glyph++) {
            distributions[glyph] = scaling.of(pooled(members, glyph));
        }
        return distributions;
    }

    private static float[] pooled(List<float[][]> members, int glyph) {
        float[] mean = new float[DigitClassifier.CLASSES];
        for (float[][] member : members) {
            for (int i = 0; i < member[glyph].length; i++) {
                mean[i] += member[glyph][i] / members.size();
            }
        }
        return mean;
    }
}
