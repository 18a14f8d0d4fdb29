package io.penstock.synth.rubbish.unseen;

import java.util.SplittableRandom;

/** What print, office and the paper itself leave on a form; {@link UnseenRubbish} says of each what it is. */
final class PaperMarks {

    private PaperMarks() {
    }

    static byte[] stamp(InkSheet sheet, SplittableRandom random) {
        sheet.pen(random.nextDouble(0.08, 0.16)).steady().lines(-1, -0.8, 1, -0.8, 1, 0.8, -1, 0.8, -1, -0.8);
        int rows = random.nextInt(2, 4);
        for (int row = 0; row < rows; row++) {
            double y = -0.8 + 1.6 * (row + 1) / (rows + 1.0);
            double x = -0.75;
            while (x < 0.6) {
                double to = Math.min(0.75, x + random.nextDouble(0.15, 0.45));
                sheet.lines(x, y, to, y);
                x = to + random.nextDouble(0.15, 0.3);
            }
        }
        return sheet.worn(random.nextDouble(0.1, 0.35)).glyph();
    }

    static byte[] crease(InkSheet sheet, SplittableRandom random) {
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

    static byte[] stain(InkSheet sheet, SplittableRandom random) {
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

    static byte[] grid(InkSheet sheet, SplittableRandom random) {
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

    static byte[] barcode(InkSheet sheet, SplittableRandom random) {
        sheet.steady();
        double height = random.nextDouble(0.6, 1);
        int bars = random.nextInt(5, 10);
        double pitch = 2.0 / bars;
        for (int i = 0; i < bars; i++) {
            double x = -1 + i * pitch;
            double to = x + pitch * (random.nextInt(3) == 0 ? 0.7 : 0.35);
            sheet.area(x, -height, to, -height, to, height, x, height);
        }
        return sheet.glyph();
    }

    static byte[] halftone(InkSheet sheet, SplittableRandom random) {
        int side = random.nextInt(4, 7);
        double radius = random.nextDouble(0.25, 0.45) * 2 / side;
        boolean round = random.nextBoolean();
        for (int i = 0; i < side * side; i++) {
            double x = -1 + 2 * (i % side + 0.5) / side;
            double y = -1 + 2 * (i / side + 0.5) / side;
            if (!round || x * x + y * y < 1) {
                sheet.dot(x, y, radius);
            }
        }
        return sheet.glyph();
    }

    static byte[] staple(InkSheet sheet, SplittableRandom random) {
        double leg = random.nextDouble(0.12, 0.3) * (random.nextBoolean() ? 1 : -1);
        double width = random.nextDouble(0.06, 0.12);
        sheet.pen(width).steady().ink(0.6).lines(-0.92, leg + 0.08, -0.92, 0.12, 1, 0.12, 1, leg + 0.08);
        return sheet.ink(1).lines(-1, leg, -1, 0, 0.92, 0, 0.92, leg).glyph();
    }
}
