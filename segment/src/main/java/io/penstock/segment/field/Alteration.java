package io.penstock.segment.field;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether a writer altered what stands in a box, as the shape of its ink shows: no digit encloses more than two loops or has strokes much
 * longer than an 8 has, and none is crossed by a straight bar with both ends free but a 7, which has no loop.
 */
final class Alteration {

    /** Code of a box in which a line is drawn through a character. */
    static final String STRUCK_OUT = "STRUCK_OUT";
    /** Code of a box in which a character is written over another, or scribbled out. */
    static final String OVERWRITTEN = "OVERWRITTEN";

    private static final int MOST_LOOPS = 2;
    /** Least size of a loop, in squares of the pen's width: less is the grain of the scan. */
    private static final double LOOP = 0.5;
    /** Greatest length of all strokes together, in heights: an 8 has less than 3. */
    private static final double LONGEST = 3.4;
    private static final int STEEPEST_DEGREES = 35;
    private static final int STEP_DEGREES = 5;
    /** Least length of a bar, as a share of the longer side of the ink. */
    private static final double BAR = 0.4;
    /** Radius, in widths of the pen, of the circle around an end on which nothing but the bar may be, and points that it is looked at in. */
    private static final double CIRCLE = 1.5;
    private static final double HALF = 0.5;
    private static final int AROUND = 24;
    private static final int MOST_AROUND = 9;

    private final Shape shape;
    private final double pen;

    private Alteration(Shape shape, double pen) {
        this.shape = shape;
        this.pen = pen;
    }

    /**
     * Returns the code of what was done to a character; empty where it looks like one.
     *
     * @param shape  all ink of its box
     * @param pieces how many of its connected pieces are tall enough for a character
     * @param pen    width of the pen's strokes, pixels
     */
    static Optional<String> of(Shape shape, int pieces, double pen) {
        Alteration alteration = new Alteration(shape, pen);
        int loops = shape.loops(LOOP * pen * pen);
        if (loops > MOST_LOOPS || shape.area() / pen > LONGEST * Math.max(shape.width(), shape.height())) {
            return Optional.of(OVERWRITTEN);
        }
        return (loops > 0 || pieces > 1) && alteration.hasBar() ? Optional.of(STRUCK_OUT) : Optional.empty();
    }

    private boolean hasBar() {
        return IntStream.rangeClosed(-STEEPEST_DEGREES / STEP_DEGREES, STEEPEST_DEGREES / STEP_DEGREES)
            .mapToDouble(step -> Math.tan(Math.toRadians(step * STEP_DEGREES))).anyMatch(this::hasBar);
    }

    private boolean hasBar(double slope) {
        int rise = (int) Math.ceil(Math.abs(slope) * shape.width());
        return IntStream.range(-rise, shape.height() + rise).anyMatch(row -> hasBar(slope, row));
    }

    private boolean hasBar(double slope, int row) {
        int from = 0;
        double least = BAR * Math.max(shape.width(), shape.height()) / Math.hypot(1, slope);
        for (int x = 0; x <= shape.width(); x++) {
            if (!ink(x, row + slope * x)) {
                if (x - from >= least && isFree(slope, row, from, 1) && isFree(slope, row, x - 1, -1)
                    && isCrossed(slope, row, from, x)) {
                    return true;
                }
                from = x + 1;
            }
        }
        return false;
    }

    /** Returns whether the stroke ends there: on a small circle around the end there is ink in one place only, where the bar comes from. */
    private boolean isFree(double slope, int row, int end, int inwards) {
        double x = end + HALF * pen * inwards / Math.hypot(1, slope);
        double y = row + slope * x;
        int runs = 0;
        int inked = 0;
        for (int i = 0; i < AROUND; i++) {
            boolean here = isInkAround(x, y, i);
            runs += here && !isInkAround(x, y, i - 1) ? 1 : 0;
            inked += here ? 1 : 0;
        }
        return runs == 1 && inked <= MOST_AROUND;
    }

    private boolean isInkAround(double x, double y, int i) {
        double angle = 2 * Math.PI * i / AROUND;
        return ink((int) Math.round(x + CIRCLE * pen * Math.cos(angle)), y + CIRCLE * pen * Math.sin(angle));
    }

    private boolean isCrossed(double slope, int row, int from, int to) {
        double aside = CIRCLE * pen * Math.hypot(1, slope);
        int near = (int) Math.round(CIRCLE * pen);
        return IntStream.range(from + near, to - near).anyMatch(x -> ink(x, row + slope * x - aside))
            && IntStream.range(from + near, to - near).anyMatch(x -> ink(x, row + slope * x + aside));
    }

    private boolean ink(int x, double y) {
        return shape.isInk(x, (int) Math.round(y));
    }
}
