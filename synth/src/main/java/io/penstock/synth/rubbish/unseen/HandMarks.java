package io.penstock.synth.rubbish.unseen;

import java.util.SplittableRandom;

/** What a hand writes and draws that is no digit; {@link UnseenRubbish} says of each what it is. */
final class HandMarks {

    private HandMarks() {
    }

    static byte[] smallLetter(InkSheet sheet, SplittableRandom random) {
        Lettering.draw(sheet, one(Lettering.SMALL, random), 0, 0, random.nextDouble(0.6, 1), random.nextDouble(0.7, 1));
        return sheet.glyph();
    }

    static byte[] capitalLetter(InkSheet sheet, SplittableRandom random) {
        Lettering.draw(sheet, one(Lettering.CAPITAL, random), 0, 0, random.nextDouble(0.6, 0.95), 1);
        return sheet.glyph();
    }

    static byte[] word(InkSheet sheet, SplittableRandom random) {
        int letters = random.nextInt(3, 5);
        sheet.pen(random.nextDouble(0.06, 0.13));
        double w = 0.8 / letters;
        for (int i = 0; i < letters; i++) {
            Lettering.draw(sheet, one(Lettering.SMALL, random), -1 + (2 * i + 1.0) / letters, random.nextDouble(-0.05, 0.05), w, 0.4);
        }
        return sheet.glyph();
    }

    static byte[] tick(InkSheet sheet, SplittableRandom random) {
        double x = random.nextDouble(-0.55, -0.3);
        return sheet.stroke(-1, random.nextDouble(0.1, 0.4), x - 0.12, 0.7, x, 0.9, x + 0.15, 0.6, 0.3, random.nextDouble(-0.5, -0.2),
            1,
            -random.nextDouble(0.7, 1)).glyph();
    }

    static byte[] asterisk(InkSheet sheet, SplittableRandom random) {
        int strokes = random.nextInt(3, 6);
        double turn = random.nextDouble(Math.PI);
        for (int i = 0; i < strokes; i++) {
            double angle = turn + Math.PI * i / strokes;
            double reach = random.nextDouble(0.75, 1);
            sheet.lines(-reach * Math.cos(angle), -reach * Math.sin(angle), reach * Math.cos(angle), reach * Math.sin(angle));
        }
        return sheet.glyph();
    }

    static byte[] star(InkSheet sheet, SplittableRandom random) {
        double[] points = new double[12];
        double turn = random.nextDouble(-0.3, 0.3) - Math.PI / 2;
        for (int i = 0; i < 6; i++) {
            points[2 * i] = Math.cos(turn + i * 0.8 * Math.PI);
            points[2 * i + 1] = Math.sin(turn + i * 0.8 * Math.PI);
        }
        return sheet.pen(random.nextDouble(0.06, 0.14)).lines(points).glyph();
    }

    static byte[] triangle(InkSheet sheet, SplittableRandom random) {
        double up = random.nextBoolean() ? 1 : -1;
        double x = random.nextDouble(-0.3, 0.3);
        double[] points = {-1, 0.8 * up, 1, 0.8 * up, x, -0.9 * up, -1, 0.8 * up};
        return (random.nextInt(4) == 0 ? sheet.area(points) : sheet.lines(points)).glyph();
    }

    static byte[] spiral(InkSheet sheet, SplittableRandom random) {
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

    static byte[] signature(InkSheet sheet, SplittableRandom random) {
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

    static byte[] percent(InkSheet sheet, SplittableRandom random) {
        double r = random.nextDouble(0.25, 0.36);
        ring(sheet, -0.6, -0.6, r);
        ring(sheet, 0.6, 0.6, r);
        return sheet.lines(0.75, -1, -0.75, 1).glyph();
    }

    static byte[] questionMark(InkSheet sheet, SplittableRandom random) {
        double w = random.nextDouble(0.45, 0.65);
        sheet.pen(random.nextDouble(0.08, 0.16));
        return sheet.stroke(-w, -0.65, -0.5 * w, -1, 0.6 * w, -0.95, w, -0.55, 0.3 * w, -0.1, 0, 0.1, 0, 0.4).dot(0, 0.9, 0.13).glyph();
    }

    static byte[] arrow(InkSheet sheet, SplittableRandom random) {
        double side = random.nextBoolean() ? 1 : -1;
        double head = random.nextDouble(0.3, 0.55);
        double rise = random.nextDouble(-0.4, 0.4);
        return sheet.lines(-side, rise, side, -rise).lines(side * (1 - head), -rise - head, side, -rise, side * (1 - head),
            -rise + head)
            .glyph();
    }

    static byte[] plus(InkSheet sheet, SplittableRandom random) {
        double reach = random.nextDouble(0.6, 0.8);
        sheet.lines(-reach, 0, reach, random.nextDouble(-0.1, 0.1)).lines(0, -reach, random.nextDouble(-0.1, 0.1), reach);
        if (random.nextInt(3) == 0) {
            sheet.dot(-0.5, -0.5, 0.1).dot(0.5, -0.5, 0.1).dot(-0.5, 0.5, 0.1).dot(0.5, 0.5, 0.1);
        }
        return sheet.glyph();
    }

    private static char one(String letters, SplittableRandom random) {
        return letters.charAt(random.nextInt(letters.length()));
    }

    private static void ring(InkSheet sheet, double x, double y, double r) {
        sheet.pen(0.1).stroke(x, y - r, x - r, y, x, y + r, x + r, y, x, y - r);
    }
}
