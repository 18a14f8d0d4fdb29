package io.penstock.synth.rubbish;

import java.util.SplittableRandom;

/** What a pen leaves that is no digit, drawn stroke by stroke; {@link Rubbish} says of each what it is. */
final class PenMarks {

    /** Places of the grid that signs are drawn on: three columns, four rows. */
    private static final int GRID = 12;

    private PenMarks() {
    }

    static byte[] cross(SplittableRandom random) {
        double w = random.nextDouble(0.38, 1.15);
        double h = random.nextDouble(0.6, 1);
        double x = random.nextDouble(-0.25, 0.25) * w;
        double bow = random.nextDouble(0, 0.2);
        StrokeCanvas canvas = new StrokeCanvas(random);
        if (random.nextInt(4) == 0) {
            double side = random.nextBoolean() ? 1 : -1;
            double loop = random.nextDouble(1.0, 1.3);
            return canvas.stroke(-w * side, -h, 0.1 * x, 0, 0.8 * w * side, 0.7 * h, loop * w * side, 0.1, 0.8 * w * side, -0.7 * h,
                -0.1 * x, 0, -w * side, h).glyph();
        }
        double reach = random.nextDouble(0.6, 1);
        return canvas.line(-w + x, -h, w, h * reach, bow).line(w * reach + x, -h * random.nextDouble(0.6, 1), -w, h, bow).glyph();
    }

    static byte[] slash(SplittableRandom random) {
        double angle = Math.toRadians(random.nextDouble(28, 36)) * (random.nextInt(5) == 0 ? -1 : 1);
        return new StrokeCanvas(random).line(-Math.cos(angle), Math.sin(angle), Math.cos(angle), -Math.sin(angle), 0.08).glyph();
    }

    static byte[] dash(SplittableRandom random) {
        double length = random.nextDouble(0.25, 1);
        double rise = random.nextDouble(-0.4, 0.4) * length;
        return new StrokeCanvas(random).line(-length, rise, length, -rise, 0.15).glyph();
    }

    static byte[] speck(SplittableRandom random) {
        StrokeCanvas canvas = new StrokeCanvas(random);
        double r = random.nextDouble(0.1, 0.3);
        canvas.blot(0, 0, r, r * random.nextDouble(0.65, 1.4));
        switch (random.nextInt(3)) {
            case 0 -> canvas.stroke(0.6 * r, 0, 0.7 * r, 1.2 * r, -0.6 * r, 2 * r);
            case 1 -> canvas.blot(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(0.05, 0.2), 0.1)
                .blot(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(0.05, 0.2), 0.1);
            default -> { }
        }
        return canvas.glyph();
    }

    static byte[] terminator(SplittableRandom random) {
        StrokeCanvas canvas = new StrokeCanvas(random);
        int style = random.nextInt(4);
        double lean = random.nextDouble(0.2, 0.6);
        if (style != 1) {
            canvas.line(-0.4 + lean, -1, -0.4 - lean, 1, 0.1);
        }
        if (style == 3) {
            return canvas.line(0.3 + lean, -1, 0.3 - lean, 1, 0.1).glyph();
        }
        double y = random.nextDouble(-0.2, 0.4);
        double length = random.nextDouble(0.8, 1.8);
        double from = style == 1 ? -length / 2 : 0.1;
        canvas.line(from, y, from + length, y + random.nextDouble(-0.2, 0.2), 0.1);
        if (style != 0) {
            canvas.line(from, y + 0.45, from + length, y + random.nextDouble(0.3, 0.6), 0.1);
        }
        return canvas.glyph();
    }

    static byte[] currency(SplittableRandom random) {
        StrokeCanvas canvas = new StrokeCanvas(random);
        double w = random.nextDouble(0.45, 0.8);
        switch (random.nextInt(5)) {
            case 0 -> canvas.stroke(w, -0.7, 0, -0.95, -w, -0.5, 0, 0, w, 0.5, 0, 0.95, -w, 0.7)
                .line(0.05, -1.3, -0.05, 1.3, 0.05);
            case 1 -> canvas.line(-w, -1, w, -1, 0.05).line(-w, -0.55, w, -0.55, 0.05)
                .stroke(-0.6 * w, -1, 0.5 * w, -0.75, 0.2 * w, -0.15, -w, 0, 0.6 * w, 1);
            case 2 -> canvas.stroke(w, -0.7, 0.3 * w, -1, -0.3 * w, -0.5, -0.2 * w, 0.6, -w, 1, w, 0.9).line(-w, 0, 0.6 * w, 0, 0.05);
            case 3 -> canvas.stroke(w, -0.7, 0, -1, -0.8 * w, 0, 0, 1, w, 0.7).line(-1.2 * w, -0.2, 0.5 * w, -0.2, 0.05)
                .line(-1.2 * w, 0.2, 0.4 * w, 0.2, 0.05);
            default -> canvas.line(-w, -1, -w, 1, 0.05).stroke(-w, -1, 0.6 * w, -0.9, 0.7 * w, -0.2, -w, 0, 0, 0.3, w, 1);
        }
        return canvas.glyph();
    }

    static byte[] frame(SplittableRandom random) {
        StrokeCanvas canvas = new StrokeCanvas(random);
        double w = random.nextDouble(0.5, 1);
        double h = random.nextDouble(0.5, 1);
        switch (random.nextInt(6)) {
            case 0 -> canvas.line(-w, -h, -w, h, 0).line(-w, h, w, h, 0);
            case 1 -> canvas.line(-w, h, -w, -h, 0).line(-w, -h, w, -h, 0);
            case 2 -> canvas.line(w, -h, w, h, 0).line(-w, h, w, h, 0);
            case 3 -> canvas.line(-w, -h, w, -h, 0).line(random.nextDouble(-0.3, 0.1), -h, -0.1, h, 0);
            case 4 -> canvas.line(-w, -h, -w, h, 0).line(-w, random.nextDouble(-0.4, 0.4), w, 0, 0);
            default -> canvas.line(-w, -h, -w, h, 0).line(w, -h, w, h, 0).line(-w, random.nextBoolean() ? -h : h, w, h, 0);
        }
        return canvas.glyph();
    }

    static byte[] piece(SplittableRandom random) {
        double w = random.nextDouble(0.6, 1.1);
        double h = random.nextDouble(0.4, 0.8) * (random.nextBoolean() ? 1 : -1);
        StrokeCanvas canvas = new StrokeCanvas(random);
        return (random.nextInt(3) == 0 ? canvas.stroke(w, -Math.abs(h), -w, Math.abs(h), 0, 0.6 * Math.abs(h), w, Math.abs(h))
            : canvas.stroke(-w, -h, -0.8 * w, 0.3 * h, 0, h, 0.8 * w, 0.3 * h, w, -h)).glyph();
    }

    static byte[] blot(SplittableRandom random) {
        StrokeCanvas canvas = new StrokeCanvas(random);
        double r = random.nextDouble(0.4, 0.8);
        for (int i = random.nextInt(3, 8); i > 0; i--) {
            canvas.blot(random.nextDouble(-0.6, 0.6) * r, random.nextDouble(-0.6, 0.6) * r, r * random.nextDouble(0.4, 1),
                r * random.nextDouble(0.4, 1));
        }
        return canvas.glyph();
    }

    static byte[] doodle(SplittableRandom random) {
        StrokeCanvas canvas = new StrokeCanvas(random);
        int strokes = random.nextInt(1, 5);
        for (int i = 0; i < strokes; i++) {
            int knots = strokes == 1 ? random.nextInt(5, 9) : random.nextInt(2, 5);
            boolean closed = knots > 2 && random.nextInt(4) == 0;
            double[] points = new double[2 * knots + (closed ? 2 : 0)];
            for (int k = 0; k < points.length; k++) {
                points[k] = closed && k >= 2 * knots ? points[k - 2 * knots] : random.nextDouble(-1, 1);
            }
            if (random.nextBoolean()) {
                canvas.stroke(points);
            } else {
                for (int k = 0; k + 3 < points.length; k += 2) {
                    canvas.line(points[k], points[k + 1], points[k + 2], points[k + 3], 0.08);
                }
            }
        }
        return canvas.glyph();
    }

    static byte[] sign(SplittableRandom random) {
        StrokeCanvas canvas = new StrokeCanvas(random);
        double w = random.nextDouble(0.45, 0.95);
        int at = random.nextInt(GRID);
        boolean dot = random.nextInt(6) == 0;
        for (int strokes = random.nextInt(dot ? 1 : 2, 5); strokes > 0; strokes--) {
            int to = (at + random.nextInt(1, GRID)) % GRID;
            double bow = random.nextInt(3) == 0 ? random.nextDouble(0.5, 1.6) : 0.08;
            canvas.line(w * (at % 3 - 1), at / 3 / 1.5 - 1, w * (to % 3 - 1), to / 3 / 1.5 - 1, bow);
            at = random.nextInt(10) < 6 ? to : random.nextInt(10) < 5 ? at : random.nextInt(GRID);
        }
        return dot ? canvas.blot(random.nextDouble(-w, w), random.nextBoolean() ? 1.25 : -1.25, 0.12, 0.12).glyph() : canvas.glyph();
    }
}
