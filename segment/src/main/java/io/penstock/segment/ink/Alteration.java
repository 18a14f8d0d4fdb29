package io.penstock.segment.ink;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether a writer altered what stands in a box, as the shape of its ink shows: no digit encloses more than two loops or has strokes much
 * longer than an 8 has, and none is crossed by a straight bar with both ends free but a 7, which has no loop.
 */
public final class Alteration {

    /** Code of a box in which a line is drawn through a character. */
    public static final String STRUCK_OUT = "STRUCK_OUT";
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
    /** How far above and below it what crosses a bar is looked for, and from its ends, in widths of the pen. */
    private static final double ASIDE = 1.5;

    private final Shape shape;
    private final double pen;
    private final Bars bars;

    private Alteration(Shape shape, double pen) {
        this.shape = shape;
        this.pen = pen;
        bars = new Bars(shape, pen, STEEPEST_DEGREES, STEP_DEGREES, 1);
    }

    /**
     * Returns the code of what was done to a character; empty where it looks like one.
     *
     * @param shape  all ink of its box
     * @param pieces how many of its connected pieces are tall enough for a character
     * @param pen    width of the pen's strokes, pixels
     */
    public static Optional<String> of(Shape shape, int pieces, double pen) {
        Alteration alteration = new Alteration(shape, pen);
        int loops = shape.loops(LOOP * pen * pen);
        if (loops > MOST_LOOPS || shape.area() / pen > LONGEST * Math.max(shape.width(), shape.height())) {
            return Optional.of(OVERWRITTEN);
        }
        return (loops > 0 || pieces > 1) && alteration.hasBar() ? Optional.of(STRUCK_OUT) : Optional.empty();
    }

    private boolean hasBar() {
        double least = BAR * Math.max(shape.width(), shape.height());
        return bars.any(least, bar -> bars.freeEnds(bar) == 2 && isCrossed(bar));
    }

    private boolean isCrossed(Bars.Bar bar) {
        double aside = ASIDE * pen * Math.hypot(1, bar.slope());
        int near = (int) Math.round(ASIDE * pen);
        return IntStream.range(bar.from() + near, bar.to() - near).anyMatch(x -> bars.isInk(x, bar.y(x) - aside))
            && IntStream.range(bar.from() + near, bar.to() - near).anyMatch(x -> bars.isInk(x, bar.y(x) + aside));
    }
}
