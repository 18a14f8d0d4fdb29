package io.penstock.sink.decode.lattice;

import io.penstock.schema.Box;
import java.util.Arrays;
import java.util.List;

/**
 * The line on which a free field is written, fitted through the lower edges of its digits (Theil and Sen's median of slopes, which a few
 * descenders do not move).
 *
 * @param slope  pixels down per pixel to the right
 * @param offset y of the line at x = 0
 */
record WritingLine(double slope, double offset) {

    private static final double STEEPEST = 0.3;
    private static final double NEAR = 0.35;

    /** Fits a line under glyphs, a second time without those far off the first; level at 0 where there is none. */
    static WritingLine under(List<Box> glyphs) {
        WritingLine first = fit(glyphs);
        double near = NEAR * median(glyphs.stream().mapToDouble(Box::getHeight).toArray());
        return fit(glyphs.stream().filter(box -> Math.abs(bottom(box) - first.at(centre(box))) <= near).toList());
    }

    private static WritingLine fit(List<Box> glyphs) {
        double slope = Math.max(-STEEPEST, Math.min(STEEPEST, median(slopes(glyphs))));
        double offset = median(glyphs.stream().mapToDouble(box -> bottom(box) - slope * centre(box)).toArray());
        return new WritingLine(slope, offset);
    }

    /** Returns y of the line. */
    double at(double x) {
        return offset + slope * x;
    }

    private static double[] slopes(List<Box> glyphs) {
        double[] slopes = new double[glyphs.size() * glyphs.size()];
        int count = 0;
        for (Box left : glyphs) {
            for (Box right : glyphs) {
                double distance = centre(right) - centre(left);
                if (distance > left.getHeight() / 2.0) {
                    slopes[count++] = (bottom(right) - bottom(left)) / distance;
                }
            }
        }
        return Arrays.copyOf(slopes, count);
    }

    private static double bottom(Box box) {
        return box.getY() + box.getHeight();
    }

    private static double centre(Box box) {
        return box.getX() + box.getWidth() / 2.0;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[values.length / 2];
    }
}
