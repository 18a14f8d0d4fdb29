package io.penstock.train.tune;

import io.penstock.train.sample.SampleSource;
import java.util.SplittableRandom;

/**
 * The part of a source's samples that an epoch shows, spread evenly over it, so that epochs together show exactly a budget.
 *
 * @param source all samples
 * @param size   samples an epoch
 */
record SampleBudget(SampleSource source, int size) implements SampleSource {

    /** Returns how many epochs a number of samples takes: as few as the source allows. */
    static int epochs(SampleSource source, long samples) {
        return (int) Math.max(1, (samples + source.size() - 1) / source.size());
    }

    /** Returns the part of the source that is shown an epoch. */
    static SampleBudget of(SampleSource source, long samples) {
        return new SampleBudget(source, (int) Math.max(1, samples / epochs(source, samples)));
    }

    @Override
    public void write(int index, SplittableRandom random, float[] features, int offset, float[] labels, int labelsOffset) {
        source.write((int) ((long) index * source.size() / size), random, features, offset, labels, labelsOffset);
    }
}
