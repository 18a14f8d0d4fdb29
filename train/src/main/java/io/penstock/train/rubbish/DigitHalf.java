package io.penstock.train.rubbish;

import io.penstock.train.data.DigitSet;
import io.penstock.train.data.MnistFrame;
import java.util.SplittableRandom;

/** One side of a digit that was cut in the wrong place, where that side is no digit itself. */
final class DigitHalf {

    private static final int SIDE = 28;
    private static final int LEAST_INK = 20 * 255;
    private static final String HALVES = "0l 0r 2l 3l 5l 5r 6r 8l 9l";

    private DigitHalf() {
    }

    /** Draws the half of a digit of the set. */
    static byte[] draw(DigitSet digits, SplittableRandom random) {
        while (true) {
            int at = random.nextInt(digits.size());
            int half = HALVES.indexOf(digits.labels()[at] + (random.nextBoolean() ? "l" : "r"));
            byte[] piece = half < 0 ? new byte[0] : cut(digits.images()[at], HALVES.charAt(half + 1) == 'l', random.nextInt(-1, 2));
            if (ink(piece) > LEAST_INK) {
                return piece;
            }
        }
    }

    private static int ink(byte[] glyph) {
        int sum = 0;
        for (byte value : glyph) {
            sum += value & 0xff;
        }
        return sum;
    }

    /** Returns a good third of a glyph at its left or right, normalized anew. */
    private static byte[] cut(byte[] glyph, boolean left, int shift) {
        float[] ink = new float[glyph.length];
        for (int i = 0; i < ink.length; i++) {
            boolean kept = left ? i % SIDE < 12 + shift : i % SIDE >= 16 + shift;
            ink[i] = kept ? (glyph[i] & 0xff) / 255f : 0;
        }
        return MnistFrame.fit(ink, SIDE, SIDE);
    }
}
