package io.penstock.segment.comb;

import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Lines;
import io.penstock.segment.ink.Shape;
import java.util.stream.IntStream;

/**
 * Looks for a straight line that somebody drew through two characters or more in boxes side by side: it crosses the printed line between
 * them, runs through the whole width of both, and has ink above and below it in both.
 */
final class LineAcross {

    /** Least share of a line that is ink. */
    private static final double INKED = 0.95;
    /** How much of each character, from its outer side, the line need not reach, in boxes. */
    private static final double SHORT = 0.08;
    /** How far each character reaches above and below the line at least, in heights of the boxes. */
    private static final double BEYOND = 0.12;
    /** How far from a printed line ink may have been taken out with it. */
    private static final double NEAR_LINE_MM = 0.4;
    /** How far from the boxes' upper and lower lines it runs, and least height of what it crosses, in heights of the boxes. */
    private static final double CLEAR = 0.12;
    private static final double TALL = 0.45;
    private static final double STEEPEST = 0.75;
    private static final int STEP = 2;

    private final Ink ink;
    private final Lines lines;
    private final double scale;

    LineAcross(Ink ink, Lines lines, double scale) {
        this.ink = ink;
        this.lines = lines;
        this.scale = scale;
    }

    /** Takes the ink of each box, null where nothing is written in it, and returns whether there is such a line. */
    boolean any(Shape[] shapes) {
        return IntStream.range(0, shapes.length - 1).anyMatch(box -> isTall(shapes[box]) && isTall(shapes[box + 1])
            && joins(box, shapes[box], shapes[box + 1]));
    }

    private boolean isTall(Shape shape) {
        return shape != null && shape.height() > TALL * height();
    }

    private double height() {
        return lines.bottom() - lines.top();
    }

    private boolean joins(int box, Shape one, Shape other) {
        double between = lines.verticals()[box + 1];
        double left = Math.max(lines.verticals()[box], one.x()) + SHORT * lines.pitch();
        double right = Math.min(lines.verticals()[box + 2], other.right()) - SHORT * lines.pitch();
        int top = (int) (lines.top() + CLEAR * height());
        int bottom = (int) (lines.bottom() - CLEAR * height());
        double reach = STEEPEST * (right - left);
        for (int from = top; from < bottom; from += STEP) {
            for (int to = (int) Math.max(top, from - reach); to < Math.min(bottom, from + reach); to += STEP) {
                double inOne = from + (to - from) * ((one.x() + one.right()) / 2.0 - left) / (right - left);
                double inOther = from + (to - from) * ((other.x() + other.right()) / 2.0 - left) / (right - left);
                if (isCrossed(one, inOne) && isCrossed(other, inOther) && isInked(left, from, right, to, between)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isCrossed(Shape shape, double y) {
        return shape.y() < y - BEYOND * height() && shape.bottom() > y + BEYOND * height();
    }

    private boolean isInked(double left, int from, double right, int to, double between) {
        double near = NEAR_LINE_MM * scale;
        int most = (int) ((1 - INKED) * (right - left));
        int missing = 0;
        for (int x = (int) left; x <= right; x++) {
            double y = from + (to - from) * (x - left) / (right - left);
            missing += Math.abs(x - between) > near && ink.mask()[(int) Math.round(y) * ink.width() + x] == 0 ? 1 : 0;
            if (missing > most) {
                return false;
            }
        }
        return true;
    }
}
