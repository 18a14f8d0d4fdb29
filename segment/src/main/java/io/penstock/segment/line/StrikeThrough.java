package io.penstock.segment.line;

import io.penstock.segment.ink.Bars;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Shape;
import io.penstock.segment.ink.Writing;
import java.util.stream.IntStream;

/**
 * Whether a line is drawn through a number that is written without boxes: straight, longer than any stroke of a digit, and crossed by
 * strokes that go on above and below it, and one end at least is free. Underlines, dashes and joined zeros are crossed by nothing, the
 * bar of a 7 is short.
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

    private final double pen;
    private final Bars bars;

    private StrikeThrough(Shape shape, double pen) {
        this.pen = pen;
        bars = new Bars(shape, pen, STEEPEST_DEGREES, STEP_DEGREES, Math.max(1, (int) (pen / 3)));
    }

    /** Returns whether a line runs through some of what is written. */
    static boolean in(Writing writing) {
        Ink ink = writing.ink();
        Shape shape = Shape.collect(0, 0, ink.width(), ink.height(), ink.width(), i -> ink.mask()[i]);
        return shape != null && new StrikeThrough(shape, writing.pen()).runs(LEAST * writing.digitHeight());
    }

    private boolean runs(double least) {
        return bars.any(least, bar -> bars.freeEnds(bar) > 0 && crossings(bar) >= CROSSED);
    }

    /** Returns how many strokes there are above and below it at about the same place. */
    private int crossings(Bars.Bar bar) {
        double aside = ASIDE * pen * Math.hypot(1, bar.slope());
        int crossings = 0;
        boolean before = false;
        for (int x = bar.from(); x < bar.to(); x++) {
            boolean crossed = isNear(x, bar.y(x) - aside) && isNear(x, bar.y(x) + aside);
            crossings += crossed && !before ? 1 : 0;
            before = crossed;
        }
        return crossings;
    }

    private boolean isNear(int x, double y) {
        int near = (int) Math.round(pen / 2);
        return IntStream.rangeClosed(x - near, x + near).anyMatch(column -> bars.isInk(column, y));
    }
}
