package io.penstock.train.sample;

import io.penstock.synth.augment.Augmentation;
import io.penstock.synth.digit.DigitSet;
import java.util.SplittableRandom;

/**
 * Real digits as training samples: the class is the digit.
 *
 * @param digits       the digits
 * @param augmentation how each is varied
 */
public record AugmentedDigits(DigitSet digits, Augmentation augmentation) implements SampleSource {

    @Override
    public int size() {
        return digits.size();
    }

    @Override
    public void write(int index, SplittableRandom random, float[] features, int offset, float[] labels, int labelsOffset) {
        byte[] neighbour = digits.images()[random.nextInt(digits.size())];
        augmentation.apply(digits.images()[index], neighbour, random, features, offset);
        labels[labelsOffset + digits.labels()[index]] = 1;
    }
}
