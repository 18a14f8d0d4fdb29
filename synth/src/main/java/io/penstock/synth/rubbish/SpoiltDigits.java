package io.penstock.synth.rubbish;

import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.digit.MnistFrame;
import java.util.SplittableRandom;

/** Digits of which no digit is left: struck out, cut, turned, run together; {@link Rubbish} says of each what it is. */
final class SpoiltDigits {

    private static final int SIDE = 28;
    private static final int LEAST_INK = 20 * 255;
    private static final String HALVES = "0l 0r 2l 3l 5l 5r 6r 8l 9l";

    private SpoiltDigits() {
    }

    static byte[] scribble(DigitSet digits, SplittableRandom random) {
        StrokeCanvas canvas = new StrokeCanvas(random);
        if (random.nextInt(3) > 0) {
            canvas.image(digits.images()[random.nextInt(digits.size())]);
        }
        int turns = random.nextInt(5, 10);
        double[] points = new double[4 * turns];
        for (int i = 0; i < 2 * turns; i++) {
            points[2 * i] = (i % 2 == 0 ? -1 : 1) * random.nextDouble(0.4, 1.1);
            points[2 * i + 1] = -1 + i / (double) turns + random.nextDouble(-0.3, 0.3);
        }
        return canvas.stroke(points).glyph();
    }

    static byte[] half(DigitSet digits, SplittableRandom random) {
        while (true) {
            int at = random.nextInt(digits.size());
            int half = HALVES.indexOf(digits.labels()[at] + (random.nextBoolean() ? "l" : "r"));
            byte[] piece = half < 0 ? new byte[0] : cut(digits.images()[at], HALVES.charAt(half + 1) == 'l', random.nextInt(-1, 2));
            if (ink(piece) > LEAST_INK) {
                return piece;
            }
        }
    }

    static byte[] turned(DigitSet digits, SplittableRandom random) {
        boolean mirrored = random.nextBoolean();
        int at;
        do {
            at = random.nextInt(digits.size());
        } while ("347".indexOf('0' + digits.labels()[at]) < 0);
        byte[] digit = digits.images()[at];
        boolean left = random.nextBoolean();
        byte[] turned = new byte[digit.length];
        for (int i = 0; i < digit.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            int from = mirrored ? y * SIDE + SIDE - 1 - x : left ? x * SIDE + SIDE - 1 - y : (SIDE - 1 - x) * SIDE + y;
            turned[i] = digit[from];
        }
        return turned;
    }

    static byte[] pair(DigitSet digits, SplittableRandom random) {
        byte[] left = digits.images()[random.nextInt(digits.size())];
        byte[] right = digits.images()[random.nextInt(digits.size())];
        return TouchingDigits.glyph(left, right, random.nextInt(-2, 3), random.nextInt(-3, 4));
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
