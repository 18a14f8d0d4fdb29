package io.penstock.classify.engine;

import io.penstock.classify.DigitClassifier;

/**
 * A network that tells digits from what is none, for ensembles whose members have no class for that.
 *
 * @param network class 0 is "digit", class 1 "not a digit"
 */
record RejectNetwork(Network network) {

    private static final int NOT_A_DIGIT = 1;

    /** Takes from each digit what the network claims. */
    void applyTo(float[][] distributions, float[] glyphs) {
        float[][] claims = network.probabilities(glyphs);
        for (int glyph = 0; glyph < distributions.length; glyph++) {
            float claimed = claims[glyph][NOT_A_DIGIT];
            for (int i = 0; i < DigitClassifier.CLASSES; i++) {
                distributions[glyph][i] *= 1 - claimed;
            }
            distributions[glyph][DigitClassifier.REJECT] += claimed;
        }
    }
}
