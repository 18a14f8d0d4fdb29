package io.penstock.synth.line;

import io.penstock.synth.digit.Bilinear;
import io.penstock.synth.handwriting.Ink;
import io.penstock.synth.handwriting.PenPoint;
import io.penstock.synth.handwriting.PenStroke;
import java.awt.geom.Rectangle2D;

/**
 * The ink of one symbol as pixels.
 *
 * @param left   column of its first pixel, counted from where the symbol begins
 * @param top    row of its first pixel, counted from the line that digits stand on, downwards
 * @param width  columns
 * @param height rows
 * @param ink    row by row, 0 paper to 1 ink
 */
record Stamp(int left, int top, int width, int height, float[] ink) {

    /**
     * Draws what a pen wrote.
     *
     * @param scale pixels a millimetre
     * @param pen   by how much wider or thinner than its own the pen is
     */
    static Stamp of(Ink written, double scale, double pen) {
        Rectangle2D bounds = written.bounds();
        int left = (int) Math.floor(bounds.getMinX() * scale) - 2;
        int top = (int) Math.floor(bounds.getMinY() * scale) - 2;
        int width = (int) Math.ceil(bounds.getMaxX() * scale) + 3 - left;
        int height = (int) Math.ceil(bounds.getMaxY() * scale) + 3 - top;
        Stamp stamp = new Stamp(left, top, width, height, new float[width * height]);
        for (PenStroke stroke : written.strokes()) {
            double drawnX = Double.NEGATIVE_INFINITY;
            double drawnY = 0;
            for (PenPoint point : stroke.points()) {
                double x = point.x() * scale;
                double y = point.y() * scale;
                if (Math.abs(x - drawnX) + Math.abs(y - drawnY) > 0.35) {
                    stamp.dot(x - left, y - top, Math.max(0.35, pen * point.width() * scale / 2));
                    drawnX = x;
                    drawnY = y;
                }
            }
        }
        return stamp;
    }

    /**
     * Enlarges a glyph of 28 by 28.
     *
     * @param height  rows of its ink afterwards
     * @param shear   columns to the right a row upwards
     * @param stretch by how much wider it becomes beside that
     * @param least   ink from which a pixel counts, 0 to 1: the higher, the thinner the strokes
     */
    static Stamp of(byte[] glyph, double height, double shear, double stretch, double least) {
        int first = 28;
        int last = 0;
        int from = 28;
        int to = 0;
        for (int i = 0; i < glyph.length; i++) {
            if ((glyph[i] & 0xff) > 60) {
                first = Math.min(first, i / 28);
                last = Math.max(last, i / 28);
                from = Math.min(from, i % 28);
                to = Math.max(to, i % 28);
            }
        }
        double k = height / Math.max(4, last - first + 1);
        double kx = k * stretch;
        int rows = (int) Math.ceil((last - first + 5) * k);
        double lean = Math.abs(shear) * rows;
        int columns = (int) Math.ceil((to - from + 5) * kx + lean);
        Bilinear.Grid pixels = Bilinear.ofBytes(glyph, 28);
        float[] ink = new float[rows * columns];
        for (int y = 0; y < rows; y++) {
            double sy = y / k + first - 2;
            double shift = shear * (rows - y) + (shear < 0 ? lean : 0);
            for (int x = 0; x < columns; x++) {
                double value = Bilinear.at(pixels, (x - shift) / kx + from - 2, sy) / 255;
                ink[y * columns + x] = (float) Math.max(0, Math.min(1, (value - least) * 2.5 + 0.5));
            }
        }
        return new Stamp(0, (int) Math.round(2.5 * k) - rows, columns, rows, ink);
    }

    private void dot(double x, double y, double radius) {
        for (int j = (int) Math.max(0, y - radius - 1); j <= Math.min(height - 1, y + radius + 1); j++) {
            for (int i = (int) Math.max(0, x - radius - 1); i <= Math.min(width - 1, x + radius + 1); i++) {
                double cover = radius + 0.5 - Math.hypot(i - x, j - y);
                if (cover > 0) {
                    ink[j * width + i] = (float) Math.max(ink[j * width + i], Math.min(1, cover));
                }
            }
        }
    }

    /** Returns the same ink further to the right and further down. */
    Stamp movedBy(int dx, int dy) {
        return new Stamp(left + dx, top + dy, width, height, ink);
    }
}
