package io.penstock.train.rubbish.unseen;

import java.util.SplittableRandom;

/** Ink that was printed or stamped, drawn on a sheet. */
final class PrintedInk {

    private PrintedInk() {
    }

    /** Draws part of a rubber stamp: a frame with bars of lettering in it, worn. */
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

    /** Draws a piece of a bar code: five to nine upright bars of several widths. */
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

    /** Draws dots of a printed grey: a patch of a raster. */
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
}
