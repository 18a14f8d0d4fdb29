package io.penstock.train.rubbish;

import io.penstock.train.data.DigitSet;
import java.util.SplittableRandom;

/**
 * The kinds of ink that stand where digits are expected and are none, each with a drawing of it.
 *
 * <p>What a careful reader could take for a digit is left out: lone strokes that are no flatter than 45° (a 1), closed frames (a 0), a
 * corner at the top right (a 7), halves that are digits themselves.
 */
public enum Rubbish {

    /** Two strokes that cross, as fills unused boxes: any pen, slant, bow and asymmetry, sometimes in one go with a loop. */
    CROSS(35) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
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
    },

    /** One stroke, clearly flatter than a 1. */
    SLASH(4) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
            double angle = Math.toRadians(random.nextDouble(28, 36)) * (random.nextInt(5) == 0 ? -1 : 1);
            return new StrokeCanvas(random).line(-Math.cos(angle), Math.sin(angle), Math.cos(angle), -Math.sin(angle), 0.08).glyph();
        }
    },

    /** One level stroke. */
    DASH(10) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
            double length = random.nextDouble(0.25, 1);
            double rise = random.nextDouble(-0.4, 0.4) * length;
            return new StrokeCanvas(random).line(-length, rise, length, -rise, 0.15).glyph();
        }
    },

    /** A full stop, a comma, a speck, blown up to the size of a digit; or several specks. */
    SPECK(8) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
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
    },

    /** Strokes that close an amount: {@code /-}, {@code =}, {@code /=}, {@code //}. */
    TERMINATOR(8) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
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
    },

    /** A dollar, rupee, pound or euro sign, or the capital R that stands for a currency. */
    CURRENCY(6) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
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
    },

    /** What dropout leaves of printed boxes: corners, tees, two or three sides. */
    FRAME(10) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
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
    },

    /** A digit struck out, or ink laid over ink until nothing can be read. */
    SCRIBBLE(8) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
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
    },

    /** An arc: the top or bottom of a 0, the foot of a 2. */
    PIECE(4) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
            double w = random.nextDouble(0.6, 1.1);
            double h = random.nextDouble(0.4, 0.8) * (random.nextBoolean() ? 1 : -1);
            StrokeCanvas canvas = new StrokeCanvas(random);
            return (random.nextInt(3) == 0 ? canvas.stroke(w, -Math.abs(h), -w, Math.abs(h), 0, 0.6 * Math.abs(h), w, Math.abs(h))
                : canvas.stroke(-w, -h, -0.8 * w, 0.3 * h, 0, h, 0.8 * w, 0.3 * h, w, -h)).glyph();
        }
    },

    /** One side of a digit that was cut in the wrong place, where that side is no digit itself. */
    HALF(9) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
            return DigitHalf.draw(digits, random);
        }
    },

    /** A drop of ink that ran: compact, ragged, without strokes. */
    BLOT(5) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
            StrokeCanvas canvas = new StrokeCanvas(random);
            double r = random.nextDouble(0.4, 0.8);
            for (int i = random.nextInt(3, 8); i > 0; i--) {
                canvas.blot(random.nextDouble(-0.6, 0.6) * r, random.nextDouble(-0.6, 0.6) * r, r * random.nextDouble(0.4, 1),
                    r * random.nextDouble(0.4, 1));
            }
            return canvas.glyph();
        }
    },

    /** A pen that wandered: one long or several short strokes through places at random, round or angular, open or closed. */
    DOODLE(22) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
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
    },

    /** What letters and signs are made of: a few strokes, straight or bowed, that meet at the places of a small grid; at times a dot. */
    SIGN(30) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
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
    },

    /** A digit that lies on its side or is mirrored, of those that are no digit then: what an upright reader must not read. */
    TURNED(10) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
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
    },

    /** Two digits that touch, in the frame of one. */
    PAIR(7) {
        @Override
        public byte[] draw(DigitSet digits, SplittableRandom random) {
            byte[] left = digits.images()[random.nextInt(digits.size())];
            byte[] right = digits.images()[random.nextInt(digits.size())];
            return TouchingDigits.glyph(left, right, random.nextInt(-2, 3), random.nextInt(-3, 4));
        }
    };

    private static final int SIDE = 28;
    /** Places of the grid that signs are drawn on: three columns, four rows. */
    private static final int GRID = 12;

    private final int share;

    Rubbish(int share) {
        this.share = share;
    }

    /** Draws a piece of rubbish of any kind, crosses most often. */
    public static byte[] any(DigitSet digits, SplittableRandom random) {
        int total = 0;
        for (Rubbish kind : values()) {
            total += kind.share;
        }
        int at = random.nextInt(total);
        int kind = 0;
        while (at >= values()[kind].share) {
            at -= values()[kind++].share;
        }
        return values()[kind].draw(digits, random);
    }

    /**
     * Draws a piece of rubbish of this kind.
     *
     * @param digits real digits, for what is made of them
     * @param random decides everything
     * @return a glyph of 784 bytes
     */
    public abstract byte[] draw(DigitSet digits, SplittableRandom random);
}
