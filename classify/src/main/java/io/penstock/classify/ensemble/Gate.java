package io.penstock.classify.ensemble;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.engine.Network;
import java.util.List;

/**
 * A small network that answers alone what it is sure of.
 *
 * @param network in the ensemble
 * @param pooling its scaling
 * @param accept  it answers where the greatest probability of a digit is at least this
 */
record Gate(Network network, Pooling pooling, double accept) {

    /** Returns for each glyph its distribution, or null where the gate is not sure. */
    float[][] answers(float[] glyphs) {
        float[][] distributions = pooling.distributions(List.<float[][]>of(network.probabilities(glyphs)));
        for (int i = 0; i < distributions.length; i++) {
            if (!isSure(distributions[i])) {
                distributions[i] = null;
            }
        }
        return distributions;
    }

    private boolean isSure(float[] distribution) {
        for (int digit = 0; digit < DigitClassifier.REJECT; digit++) {
            if (distribution[digit] >= accept) {
                return true;
            }
        }
        return false;
    }
}
