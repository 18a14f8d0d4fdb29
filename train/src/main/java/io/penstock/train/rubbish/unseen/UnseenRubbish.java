package io.penstock.train.rubbish.unseen;

import java.util.SplittableRandom;

/**
 * Kinds of ink that are no digit and that no network has learnt from, each with a drawing of it.
 *
 * <p>For measuring only. What a careful reader could take for a digit is left out: rings, lone upright strokes, letters that look like
 * digits.
 */
public enum UnseenRubbish {

    /** A small letter: a, e, k, m, n, w. */
    SMALL_LETTER {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            Lettering.draw(sheet, one(Lettering.SMALL, random), 0, 0, random.nextDouble(0.6, 1), random.nextDouble(0.7, 1));
            return sheet.glyph();
        }
    },

    /** A capital: A, E, F, H, K, M, N, W. */
    CAPITAL_LETTER {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            Lettering.draw(sheet, one(Lettering.CAPITAL, random), 0, 0, random.nextDouble(0.6, 0.95), 1);
            return sheet.glyph();
        }
    },

    /** A piece of a word: three or four letters in a row. */
    WORD {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            int letters = random.nextInt(3, 5);
            sheet.pen(random.nextDouble(0.06, 0.13));
            double w = 0.8 / letters;
            for (int i = 0; i < letters; i++) {
                Lettering.draw(sheet, one(Lettering.SMALL, random), -1 + (2 * i + 1.0) / letters, random.nextDouble(-0.05, 0.05), w, 0.4);
            }
            return sheet.glyph();
        }
    },

    /** A tick: a short stroke down, a long one up. */
    TICK {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            double x = random.nextDouble(-0.55, -0.3);
            return sheet.stroke(-1, random.nextDouble(0.1, 0.4), x - 0.12, 0.7, x, 0.9, x + 0.15, 0.6, 0.3, random.nextDouble(-0.5, -0.2),
                1,
                -random.nextDouble(0.7, 1)).glyph();
        }
    },

    /** An asterisk of three to five strokes. */
    ASTERISK {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            int strokes = random.nextInt(3, 6);
            double turn = random.nextDouble(Math.PI);
            for (int i = 0; i < strokes; i++) {
                double angle = turn + Math.PI * i / strokes;
                double reach = random.nextDouble(0.75, 1);
                sheet.lines(-reach * Math.cos(angle), -reach * Math.sin(angle), reach * Math.cos(angle), reach * Math.sin(angle));
            }
            return sheet.glyph();
        }
    },

    /** A five-pointed star, drawn in one go. */
    STAR {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            double[] points = new double[12];
            double turn = random.nextDouble(-0.3, 0.3) - Math.PI / 2;
            for (int i = 0; i < 6; i++) {
                points[2 * i] = Math.cos(turn + i * 0.8 * Math.PI);
                points[2 * i + 1] = Math.sin(turn + i * 0.8 * Math.PI);
            }
            return sheet.pen(random.nextDouble(0.06, 0.14)).lines(points).glyph();
        }
    },

    /** Part of a rubber stamp: a frame with bars of lettering in it, worn. */
    STAMP {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            return PrintedInk.stamp(sheet, random);
        }
    },

    /** Creases of the paper: thin broken lines that branch off each other. */
    CREASE {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            sheet.pen(random.nextDouble(0.04, 0.09));
            double y = random.nextDouble(-0.4, 0.4);
            sheet.lines(-1, y, -0.3, random.nextDouble(-0.2, 0.2), 0.4, random.nextDouble(-0.2, 0.2), 1, -y);
            int branches = random.nextInt(3, 6);
            for (int i = 0; i < branches; i++) {
                double x = random.nextDouble(-0.9, 0.7);
                double side = i % 2 == 0 ? 1 : -1;
                double reach = random.nextDouble(0.4, 0.9);
                sheet.lines(x, 0, x + random.nextDouble(0.2, 0.5), 0.5 * side * reach, x + random.nextDouble(-0.2, 0.8), side * reach);
            }
            return sheet.glyph();
        }
    },

    /** What a cup leaves: a flat arc, wide here and thin there, with splashes. */
    STAIN {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            double middle = (random.nextBoolean() ? 0.5 : 1.5) * Math.PI + random.nextDouble(-0.5, 0.5);
            double half = random.nextDouble(0.7, 1.1);
            for (int i = 0; i <= 40; i++) {
                double angle = middle - half + 2 * half * i / 40;
                double radius = 0.05 + 0.1 * Math.abs(Math.sin(3 * angle)) + random.nextDouble(0.05);
                sheet.dot(Math.cos(angle), Math.sin(angle), radius);
            }
            for (int i = random.nextInt(2, 6); i > 0; i--) {
                double angle = random.nextDouble(2 * Math.PI);
                sheet.dot(0.75 * Math.cos(angle), 0.75 * Math.sin(angle), random.nextDouble(0.05, 0.14));
            }
            return sheet.glyph();
        }
    },

    /** A hash sign or a piece of a printed grid: two or three lines each way. */
    GRID {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            int across = random.nextInt(2, 4);
            int down = random.nextInt(2, 4);
            double lean = random.nextDouble(0, 0.25);
            for (int i = 0; i < across; i++) {
                double y = -0.75 + 1.5 * (i + 0.5) / across;
                sheet.lines(-1, y, 1, y);
            }
            for (int i = 0; i < down; i++) {
                double x = -0.75 + 1.5 * (i + 0.5) / down;
                sheet.lines(x + lean, -1, x - lean, 1);
            }
            return sheet.glyph();
        }
    },

    /** A triangle, standing on a side or a corner, empty or filled. */
    TRIANGLE {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            double up = random.nextBoolean() ? 1 : -1;
            double x = random.nextDouble(-0.3, 0.3);
            double[] points = {-1, 0.8 * up, 1, 0.8 * up, x, -0.9 * up, -1, 0.8 * up};
            return (random.nextInt(4) == 0 ? sheet.area(points) : sheet.lines(points)).glyph();
        }
    },

    /** A spiral of more than two turns. */
    SPIRAL {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            double turns = random.nextDouble(2.3, 3.6);
            double from = random.nextDouble(2 * Math.PI);
            double side = random.nextBoolean() ? 1 : -1;
            double[] points = new double[80];
            for (int i = 0; i < 40; i++) {
                double angle = from + side * 2 * Math.PI * turns * i / 39;
                points[2 * i] = i / 39.0 * Math.cos(angle);
                points[2 * i + 1] = i / 39.0 * Math.sin(angle);
            }
            return sheet.pen(random.nextDouble(0.05, 0.1)).stroke(points).glyph();
        }
    },

    /** A piece of a signature: loops and waves run together along a line. */
    SIGNATURE {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            int waves = random.nextInt(4, 7);
            double loop = random.nextDouble(0.15, 0.4);
            double[] points = new double[2 * (8 * waves + 1)];
            double height = 0.5;
            for (int i = 0; i <= 8 * waves; i++) {
                height = i % 8 == 0 ? random.nextDouble(0.3, 1) : height;
                double angle = 2 * Math.PI * i / 8;
                points[2 * i] = -1 + 2.0 * i / (8 * waves) + loop * Math.sin(angle);
                points[2 * i + 1] = height * Math.cos(angle) * 0.8;
            }
            return sheet.pen(random.nextDouble(0.05, 0.1)).stroke(points).glyph();
        }
    },

    /** A piece of a bar code: five to nine upright bars of several widths. */
    BARCODE {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            return PrintedInk.barcode(sheet, random);
        }
    },

    /** Dots of a printed grey: a patch of a raster. */
    HALFTONE {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            return PrintedInk.halftone(sheet, random);
        }
    },

    /** A staple with its shadow: a long flat bar, two short legs, and the same again beneath, fainter. */
    STAPLE {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            double leg = random.nextDouble(0.12, 0.3) * (random.nextBoolean() ? 1 : -1);
            double width = random.nextDouble(0.06, 0.12);
            sheet.pen(width).steady().ink(0.6).lines(-0.92, leg + 0.08, -0.92, 0.12, 1, 0.12, 1, leg + 0.08);
            return sheet.ink(1).lines(-1, leg, -1, 0, 0.92, 0, 0.92, leg).glyph();
        }
    },

    /** A percent sign. */
    PERCENT {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            double r = random.nextDouble(0.25, 0.36);
            ring(sheet, -0.6, -0.6, r);
            ring(sheet, 0.6, 0.6, r);
            return sheet.lines(0.75, -1, -0.75, 1).glyph();
        }
    },

    /** A question mark, its dot apart. */
    QUESTION_MARK {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            double w = random.nextDouble(0.45, 0.65);
            sheet.pen(random.nextDouble(0.08, 0.16));
            return sheet.stroke(-w, -0.65, -0.5 * w, -1, 0.6 * w, -0.95, w, -0.55, 0.3 * w, -0.1, 0, 0.1, 0, 0.4).dot(0, 0.9, 0.13).glyph();
        }
    },

    /** An arrow that points to a side. */
    ARROW {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            double side = random.nextBoolean() ? 1 : -1;
            double head = random.nextDouble(0.3, 0.55);
            double rise = random.nextDouble(-0.4, 0.4);
            return sheet.lines(-side, rise, side, -rise).lines(side * (1 - head), -rise - head, side, -rise, side * (1 - head),
                -rise + head)
                .glyph();
        }
    },

    /** A plus sign, sometimes between brackets or dots. */
    PLUS {
        @Override
        byte[] draw(InkSheet sheet, SplittableRandom random) {
            double reach = random.nextDouble(0.6, 0.8);
            sheet.lines(-reach, 0, reach, random.nextDouble(-0.1, 0.1)).lines(0, -reach, random.nextDouble(-0.1, 0.1), reach);
            if (random.nextInt(3) == 0) {
                sheet.dot(-0.5, -0.5, 0.1).dot(0.5, -0.5, 0.1).dot(-0.5, 0.5, 0.1).dot(0.5, 0.5, 0.1);
            }
            return sheet.glyph();
        }
    };

    /**
     * Draws a piece of rubbish of this kind.
     *
     * @param random decides everything
     * @return a glyph of 784 bytes
     */
    public byte[] draw(SplittableRandom random) {
        return draw(new InkSheet(random), random);
    }

    abstract byte[] draw(InkSheet sheet, SplittableRandom random);

    private static char one(String letters, SplittableRandom random) {
        return letters.charAt(random.nextInt(letters.length()));
    }

    private static void ring(InkSheet sheet, double x, double y, double r) {
        sheet.pen(0.1).stroke(x, y - r, x - r, y, x, y + r, x + r, y, x, y - r);
    }
}
