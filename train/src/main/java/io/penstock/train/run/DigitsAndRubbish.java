package io.penstock.train.run;

import io.penstock.train.augment.Augmentation;
import io.penstock.train.data.DigitSet;
import io.penstock.train.rubbish.Rubbish;
import io.penstock.train.rubbish.StrokeDigit;
import java.util.SplittableRandom;

/**
 * What the reject network learns from: real digits and drawn digits (class 0), and for two digits one piece of rubbish (class 1), all
 * varied alike.
 *
 * @param digits       real digits
 * @param augmentation how each sample is varied
 */
public record DigitsAndRubbish(DigitSet digits, Augmentation augmentation) implements SampleSource {

    static final int DIGIT = 0;
    static final int RUBBISH = 1;

    @Override
    public int size() {
        return digits.size() + drawn() + rubbish();
    }

    @Override
    public int write(int index, SplittableRandom random, float[] features, int offset) {
        byte[] neighbour = digits.images()[random.nextInt(digits.size())];
        augmentation.apply(glyph(index, random), neighbour, random, features, offset);
        return index < digits.size() + drawn() ? DIGIT : RUBBISH;
    }

    /** Returns how many of an epoch's samples are drawn digits. */
    int drawn() {
        return digits.size() / 6;
    }

    /** Returns how many of an epoch's samples are rubbish. */
    int rubbish() {
        return digits.size() / 2;
    }

    private byte[] glyph(int index, SplittableRandom random) {
        if (index < digits.size()) {
            return digits.images()[index];
        }
        return index < digits.size() + drawn() ? StrokeDigit.draw(random.nextInt(10), random) : Rubbish.any(digits, random);
    }
}
