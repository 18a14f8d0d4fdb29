package io.penstock.train.sample;

import io.penstock.classify.engine.plan.Shape;
import io.penstock.train.zoo.CtcLoss;
import java.util.SplittableRandom;

/** Labelled training images by number, each varied afresh every time it is asked for. Thread-safe. */
public interface SampleSource {

    /** Returns how many samples make an epoch. */
    int size();

    /** Returns what a sample looks like to the network. */
    default Shape shape() {
        return Shape.GLYPH;
    }

    /**
     * Writes a variant of one sample.
     *
     * @param index        number of the sample, from 0
     * @param random       decides the variant: the same state gives the same one
     * @param features     receives the sample's pixels from 0 (paper) to 1 (ink)
     * @param offset       where in {@code features} to begin
     * @param labels       receives what the sample is: zeros until then; a 1 at the class of a glyph, {@link CtcLoss}'s label of a line
     * @param labelsOffset where in {@code labels} to begin
     */
    void write(int index, SplittableRandom random, float[] features, int offset, float[] labels, int labelsOffset);
}
