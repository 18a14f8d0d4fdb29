package io.penstock.synth.handwriting;

import java.util.SplittableRandom;

/** Draws digits for training: a new writer for each, of any sloppiness, with any of the copybook's habits. */
public final class PennedDigit {

    private static final double HEIGHT = 5;

    private PennedDigit() {
    }

    /** Returns a glyph of 784 bytes, 0 is paper and 255 is ink, of a digit from 0 to 9. */
    public static byte[] draw(int digit, SplittableRandom random) {
        Writer writer = new Writer(random.nextLong(), random.nextDouble(0.35, 1));
        return ScannedInk.glyph(writer.write((char) ('0' + digit), HEIGHT), random);
    }
}
