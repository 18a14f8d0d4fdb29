package io.penstock.synth.handwriting;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/** How close two symbols of a free line stand: measured between their inks, height by height, so that slant does no harm. */
final class Kerning {

    private static final int BANDS_PER_HEIGHT = 10;
    private static final int BANDS = 3 * BANDS_PER_HEIGHT;

    /** How far bounding boxes of digits may overlap, heights of a digit: a 4 reaches under the bar of a 7, but a comma does not. */
    private static final double OVERLAP = 0.3;

    private final double height;

    Kerning(double height) {
        this.height = height;
    }

    /**
     * Returns how far the right ink has to move to stand a gap away from the left one.
     *
     * @param gap  wanted distance, millimetres; below zero they touch
     * @param mark whether one of them is a separator, which stands by itself
     */
    double shift(Ink left, Ink right, double gap, boolean mark) {
        Rectangle2D leftBounds = left.bounds();
        Rectangle2D rightBounds = right.bounds();
        double[] rightEdge = profile(left, 1);
        double[] leftEdge = profile(right, -1);
        double shift = leftBounds.getMaxX() - rightBounds.getMinX() + (mark ? 0.5 * gap : -OVERLAP * height);
        for (int band = 0; band < BANDS; band++) {
            for (int near = Math.max(0, band - 1); near <= Math.min(BANDS - 1, band + 1); near++) {
                if (!Double.isNaN(rightEdge[band]) && !Double.isNaN(leftEdge[near])) {
                    shift = Math.max(shift, rightEdge[band] - leftEdge[near] + gap);
                }
            }
        }
        return shift;
    }

    /** The outermost ink of each band; NaN where a band holds none. */
    private double[] profile(Ink ink, int side) {
        double[] edge = new double[BANDS];
        Arrays.fill(edge, Double.NaN);
        for (PenStroke stroke : ink.strokes()) {
            for (PenPoint p : stroke.points()) {
                // The middle third of the bands is the height of a digit.
                int band = (int) Math.floor((p.y() / height + 2) * BANDS_PER_HEIGHT);
                int kept = Math.min(BANDS - 1, Math.max(0, band));
                double outer = p.x() + side * p.width() / 2;
                edge[kept] = Double.isNaN(edge[kept]) ? outer : side > 0 ? Math.max(edge[kept], outer) : Math.min(edge[kept], outer);
            }
        }
        return edge;
    }
}
