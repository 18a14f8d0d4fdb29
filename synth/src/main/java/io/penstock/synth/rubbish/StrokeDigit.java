package io.penstock.synth.rubbish;

import java.util.SplittableRandom;

/**
 * Digits drawn with the same pen as the rubbish, in the styles that a reject network must let pass: a bare 1, a 1 with an upstroke or a
 * foot, a 7 with a bar, an open 4, a narrow 8, a flat 0. They keep the network from taking the pen itself for the difference.
 */
public final class StrokeDigit {

    private StrokeDigit() {
    }

    /**
     * Draws a digit.
     *
     * @param digit  0 to 9
     * @param random decides style and tremor
     * @return a glyph of 784 bytes
     */
    public static byte[] draw(int digit, SplittableRandom random) {
        double w = random.nextDouble(0.4, 0.75);
        double slant = random.nextDouble(-0.15, 0.35);
        StrokeCanvas canvas = new StrokeCanvas(random);
        boolean variant = random.nextBoolean();
        switch (digit) {
            case 0 -> zero(canvas, random.nextDouble(0.45, 1.1), random.nextDouble(0.6, 1), variant ? 0.12 : 0);
            case 1 -> one(canvas, slant, random);
            case 2 -> canvas.stroke(-w, -0.6, -0.3 * w, -1, w, -0.7, 0.7 * w, 0, -w, 0.95, -0.2 * w, variant ? 0.7 : 0.95, 1.1 * w, 0.9);
            case 3 -> canvas.stroke(-w, -0.8, 0, -1, w, -0.6, -0.1 * w, -0.1, 0, -0.05, w, 0.4, 0.2 * w, 1, -w, 0.8);
            case 4 -> four(canvas, w, slant, variant);
            case 5 -> canvas.stroke(-0.7 * w, -0.9, -0.8 * w, -0.1, 0.2 * w, -0.25, w, 0.3, 0.4 * w, 0.95, -w, 0.85)
                .line(-0.7 * w, -0.9, w, -0.95, 0.05);
            case 6 -> canvas.stroke(0.6 * w, -1, -0.6 * w, -0.3, -0.8 * w, 0.5, 0, 1, 0.8 * w, 0.5, 0.1 * w, 0.05, -0.75 * w, 0.5);
            case 7 -> seven(canvas, w, slant, variant);
            case 8 -> canvas.stroke(0.6 * w, -0.75, 0, -1, -0.7 * w, -0.6, 0, -0.05, 0.8 * w, 0.55, 0, 1, -0.8 * w, 0.55, 0, -0.05,
                0.7 * w, -0.6, 0.5 * w, -0.8);
            case 9 -> canvas.stroke(0.7 * w, -0.6, 0, -1, -0.8 * w, -0.5, 0, -0.05, 0.7 * w, -0.6, 0.7 * w - 0.1 * slant, 0.2,
                variant ? 0.1 : 0.6 * w, 1);
            default -> throw new IllegalArgumentException("not a digit: " + digit);
        }
        return canvas.glyph();
    }

    private static void zero(StrokeCanvas canvas, double w, double h, double open) {
        canvas.stroke(open * w, -h, -0.7 * w, -0.7 * h, -w, 0, -0.7 * w, 0.7 * h, 0, h, 0.7 * w, 0.7 * h, w, 0, 0.7 * w, -0.7 * h,
            -open * w, -h);
    }

    private static void one(StrokeCanvas canvas, double slant, SplittableRandom random) {
        canvas.line(slant, -1, -slant, 1, 0.06);
        int style = random.nextInt(5);
        if (style >= 2) {
            double down = style == 4 ? random.nextDouble(0.2, 0.9) : -random.nextDouble(0.1, 0.7);
            canvas.line(slant, -1, slant - random.nextDouble(0.3, 0.9), down, 0.1);
        }
        if (style == 3) {
            canvas.line(-slant - 0.4, 1, -slant + 0.4, 1, 0.05);
        }
    }

    private static void four(StrokeCanvas canvas, double w, double slant, boolean open) {
        double top = open ? -0.6 * w : 0.2 * w;
        canvas.stroke(top, -1, -w, 0.2, -0.9 * w, 0.25, 1.1 * w, 0.2).line((open ? 0.5 * w : 0.3 * w) + 0.3 * slant, open ? -0.6 : -0.9,
            0.4 * w - 0.3 * slant, 1, 0.06);
    }

    private static void seven(StrokeCanvas canvas, double w, double slant, boolean barred) {
        canvas.line(-w, -0.9, w, -0.95, 0.06).line(w, -0.95, -0.1 * w - 0.5 * slant, 1, 0.08);
        if (barred) {
            canvas.line(-0.4 * w, 0.1, 0.9 * w, 0.0, 0.05);
        }
    }
}
