package io.penstock.segment.field;

import java.util.stream.IntStream;

/**
 * Whether a line is drawn through a number that is written without boxes: straight, longer than any stroke of a digit, and crossed by strokes
 * that go on above and below it, and one end at least is free. Underlines, dashes and joined zeros are crossed by nothing, the bar of a 7 is short.
 */
final class StrikeThrough {

    private static final int STEEPEST_DEGREES = 30;
    private static final int STEP_DEGREES = 3;
    /** Least length, in heights of a digit. */
    private static final double LEAST = 1.6;
    /** Least number of strokes that cross it. */
    private static final int CROSSED = 2;
    /** How far above and below it a stroke is looked for, in widths of the pen. */
    private static final double ASIDE = 1.6;

    private final Shape shape;
    private final double pen;
    private final double least;
    private final BarEnds ends;

    private StrikeThrough(Shape shape, double pen, double digitHeight) {
        this.shape = shape;
        this.pen = pen;
        least = LEAST * digitHeight;
        ends = new BarEnds(shape, pen);
    }

    /** Returns whether a line runs through some of what is written. */
    static boolean in(Writing writing) {
        Ink ink = writing.ink();
        Shape shape = Shape.collect(0, 0, ink.width(), ink.height(), ink.width(), i -> ink.mask()[i]);
        return shape != null && new StrikeThrough(shape, writing.pen(), writing.digitHeight()).runs();
    }

    private boolean runs() {
        int steps = STEEPEST_DEGREES / STEP_DEGREES;
        return IntStream.rangeClosed(-steps, steps).mapToDouble(step -> Math.tan(Math.toRadians(step * STEP_DEGREES)))
            .anyMatch(this::runsAlong);
    }

    private boolean runsAlong(double slope) {
        int rise = (int) Math.ceil(Math.abs(slope) * shape.width());
        int step = Math.max(1, (int) (pen / 3));
        for (int row = -rise; row < shape.height() + rise; row += step) {
            if (runsAlong(slope, row)) {
                return true;
            }
        }
        return false;
    }

    private boolean runsAlong(double slope, int row) {
        double shortest = least / Math.hypot(1, slope);
        int first = slope == 0 ? 0 : (int) Math.max(0, Math.floor(Math.min(-row / slope, (shape.height() - row) / slope)));
        int last = slope == 0 ? shape.width() : (int) Math.min(shape.width(), Math.ceil(Math.max(-row / slope, (shape.height() - row) / slope)));
        int from = first;
        for (int x = first; x <= last; x++) {
            if (!isInk(x, row + slope * x)) {
                if (x - from >= shortest && (ends.isFree(slope, row, from, 1) || ends.isFree(slope, row, x - 1, -1))
                    && crossings(slope, row, from, x) >= CROSSED) {
                    return true;
                }
                from = x + 1;
            }
        }
        return false;
    }

    /** Returns how many strokes there are above and below it at about the same place. */
    private int crossings(double slope, int row, int from, int to) {
        double aside = ASIDE * pen * Math.hypot(1, slope);
        int crossings = 0;
        boolean before = false;
        for (int x = from; x < to; x++) {
            boolean crossed = isNear(x, row + slope * x - aside) && isNear(x, row + slope * x + aside);
            crossings += crossed && !before ? 1 : 0;
            before = crossed;
        }
        return crossings;
    }

    private boolean isNear(int x, double y) {
        int near = (int) Math.round(pen / 2);
        return IntStream.rangeClosed(x - near, x + near).anyMatch(column -> isInk(column, y));
    }

    private boolean isInk(int x, double y) {
        return shape.isInk(x, (int) Math.round(y));
    }
}
