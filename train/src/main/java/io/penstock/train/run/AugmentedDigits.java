package io.penstock.train.run;

import io.penstock.train.augment.Augmentation;
import io.penstock.train.data.DigitSet;
import io.penstock.train.rubbish.StrokeDigit;
import java.util.SplittableRandom;

/**
 * Digits as training samples: the class is the digit. Real ones, and for twelve of them one that is drawn afresh every time.
 *
 * <p>The drawn ones have styles that the data sets have few of: a 1 with a long upstroke, a 7 with a bar, a flat 0.
 *
 * @param digits       real digits
 * @param augmentation how each is varied
 */
public record AugmentedDigits(DigitSet digits, Augmentation augmentation) implements SampleSource {

    private static final int REAL_FOR_ONE_DRAWN = 12;
    private static final int[] DRAWN = {0, 0, 1, 1, 1, 1, 2, 3, 4, 4, 5, 5, 6, 7, 7, 7, 8, 9, 9};

    @Override
    public int size() {
        return digits.size() + digits.size() / REAL_FOR_ONE_DRAWN;
    }

    @Override
    public int write(int index, SplittableRandom random, float[] features, int offset) {
        byte[] neighbour = digits.images()[random.nextInt(digits.size())];
        boolean real = index < digits.size();
        int label = real ? digits.labels()[index] : DRAWN[random.nextInt(DRAWN.length)];
        byte[] glyph = real ? digits.images()[index] : StrokeDigit.draw(label, random);
        augmentation.apply(glyph, neighbour, random, features, offset);
        return label;
    }
}
