package io.penstock.train.calibrate;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.augment.Augmentation;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.rubbish.Rubbish;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What temperatures and levels are fitted on: the validation digits as they are; for levels, varied copies of them and rubbish of the kinds
 * that training draws, too, by a seed of their own.
 *
 * @param digits  the validation digits
 * @param copies  varied copies of them, in the same order, once or more often
 * @param rubbish glyphs labelled {@link DigitClassifier#REJECT}
 */
record CalibrationGlyphs(DigitSet digits, DigitSet copies, DigitSet rubbish) {

    /** Varied copies of each validation digit. */
    static final int COPIES = 2;

    /** Pieces of rubbish. */
    static final int RUBBISH = 3_000;

    private static final long SEED = 4_711;

    /** Varies validation digits and draws rubbish, partly out of them. */
    static CalibrationGlyphs of(DigitSet validation, int copies, int rubbish) {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[][] varied = new byte[copies * validation.size()][];
        byte[] labels = new byte[varied.length];
        for (int i = 0; i < varied.length; i++) {
            varied[i] = varied(validation, i % validation.size(), random);
            labels[i] = validation.labels()[i % validation.size()];
        }
        byte[][] pieces = new byte[rubbish][];
        byte[] reject = new byte[rubbish];
        Arrays.setAll(pieces, i -> Rubbish.any(validation, random));
        Arrays.fill(reject, (byte) DigitClassifier.REJECT);
        return new CalibrationGlyphs(validation, new DigitSet(varied, labels), new DigitSet(pieces, reject));
    }

    /** Returns digits, copies and rubbish, in this order. */
    DigitSet all() {
        return digits.plus(copies).plus(rubbish);
    }

    private static byte[] varied(DigitSet digits, int index, SplittableRandom random) {
        float[] features = new float[DigitSet.PIXELS];
        byte[] neighbour = digits.images()[random.nextInt(digits.size())];
        Augmentation.standard().apply(digits.images()[index], neighbour, random, features, 0);
        byte[] glyph = new byte[DigitSet.PIXELS];
        for (int i = 0; i < glyph.length; i++) {
            glyph[i] = (byte) Math.round(255 * features[i]);
        }
        return glyph;
    }
}
