package io.penstock.train.explore;

import io.penstock.synth.augment.NamedVariation;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.handwriting.PennedDigit;
import io.penstock.synth.rubbish.Rubbish;
import io.penstock.train.report.GlyphSheet;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Sheets of what is made for training: variants of digits, rubbish, digits in generated hands.
 *
 * @param digits real digits, at least ten, each of 0 to 9 among them
 * @param seed   decides everything that is drawn
 */
record GeneratedSheets(DigitSet digits, long seed) {

    private static final int COLUMNS = 15;

    /** Returns variants of five digits, three of each. */
    byte[] variants(NamedVariation variation) {
        SplittableRandom random = new SplittableRandom(seed);
        GlyphSheet sheet = new GlyphSheet(COLUMNS);
        for (int i = 0; i < COLUMNS; i++) {
            byte[] neighbour = digits.images()[random.nextInt(digits.size())];
            sheet.add(variation.vary(first(2 * (i / 3)), neighbour, random), "");
        }
        return sheet.png();
    }

    /** Returns a row of one kind of rubbish. */
    byte[] rubbish(Rubbish kind) {
        SplittableRandom random = new SplittableRandom(seed);
        return row(i -> kind.draw(digits, random));
    }

    /** Returns a row of one digit, each by another generated writer. */
    byte[] penned(int digit) {
        SplittableRandom random = new SplittableRandom(seed + digit);
        return row(i -> PennedDigit.draw(digit, random));
    }

    private static byte[] row(IntFunction<byte[]> drawing) {
        GlyphSheet sheet = new GlyphSheet(COLUMNS);
        for (int i = 0; i < COLUMNS; i++) {
            sheet.add(drawing.apply(i), "");
        }
        return sheet.png();
    }

    private byte[] first(int digit) {
        return digits.images()[IntStream.range(0, digits.size()).filter(i -> digits.labels()[i] == digit).findFirst().orElseThrow()];
    }
}
