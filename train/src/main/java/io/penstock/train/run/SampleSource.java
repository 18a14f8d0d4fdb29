package io.penstock.train.run;

import java.util.SplittableRandom;

/** Labelled training images by number, each varied afresh every time it is asked for. Thread-safe. */
public interface SampleSource {

    /** Returns how many samples make an epoch. */
    int size();

    /**
     * Writes a variant of one sample.
     *
     * @param index    number of the sample, from 0
     * @param random   decides the variant: the same state gives the same one
     * @param features receives 784 values from 0 (paper) to 1 (ink)
     * @param offset   where in {@code features} to begin
     * @return the class of the sample, from 0
     */
    int write(int index, SplittableRandom random, float[] features, int offset);
}
