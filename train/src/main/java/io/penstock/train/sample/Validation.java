package io.penstock.train.sample;

import io.penstock.synth.digit.DigitSet;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** What a network is measured on between epochs. */
public interface Validation {

    /** Returns digits with their labels as classes. */
    static DigitValidation of(DigitSet digits) {
        return new DigitValidation(digits.images(), digits.labels());
    }

    /** Measures a network. */
    Score score(MultiLayerNetwork network);

    /** Returns the share (0 to 1) of samples that a network gets right. */
    default double accuracy(MultiLayerNetwork network) {
        return score(network).accuracy();
    }

    /**
     * How good a network is.
     *
     * @param accuracy share (0 to 1) of samples that are right: glyphs whose most probable class is, lines whose most probable string is
     * @param loss     mean of the negative logarithm of the right class's or string's probability
     */
    record Score(double accuracy, double loss) {
    }
}
