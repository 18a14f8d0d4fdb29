package io.penstock.segment.ink;

import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The straight unbroken strokes in some ink.
 *
 * @param shape    the ink
 * @param pen      width of the pen's strokes, pixels
 * @param steepest greatest slope that is looked for, degrees
 * @param step     degrees from one slope to the next
 * @param rows     rows from one line that is looked along to the next
 */
public record Bars(Shape shape, double pen, int steepest, int step, int rows) {

    /**
     * Radius, in widths of the pen, of the circle around an end on which nothing but the bar may be, and points that it is looked at in.
     */
    private static final double CIRCLE = 1.5;
    private static final double HALF = 0.5;
    private static final int AROUND = 24;
    private static final int MOST_AROUND = 9;

    /**
     * One of them.
     *
     * @param slope rows a column
     * @param row   where its line crosses column 0
     * @param from  its first column
     * @param to    the column behind its last
     */
    public record Bar(double slope, int row, int from, int to) {

        public double y(int x) {
            return row + slope * x;
        }
    }

    /** Returns whether there is a bar of at least this length, pixels, that is as asked. */
    public boolean any(double least, Predicate<Bar> asked) {
        return IntStream.rangeClosed(-steepest / step, steepest / step).mapToDouble(i -> Math.tan(Math.toRadians(i * step)))
            .anyMatch(slope -> any(slope, least / Math.hypot(1, slope), asked));
    }

    private boolean any(double slope, double columns, Predicate<Bar> asked) {
        int rise = (int) Math.ceil(Math.abs(slope) * shape.width());
        for (int row = -rise; row < shape.height() + rise; row += rows) {
            if (any(slope, row, columns, asked)) {
                return true;
            }
        }
        return false;
    }

    private boolean any(double slope, int row, double columns, Predicate<Bar> asked) {
        // a place belongs to the row that it is nearest to, so the first row begins half a row above 0
        double above = (-0.5 - row) / slope;
        double below = (shape.height() - 0.5 - row) / slope;
        double enters = slope == 0 ? 0 : Math.min(above, below);
        double leaves = slope == 0 ? shape.width() : Math.max(above, below);
        int last = (int) Math.min(shape.width(), Math.ceil(leaves));
        int from = (int) Math.max(0, Math.floor(enters));
        for (int x = from; x <= last; x++) {
            if (!isInk(x, row + slope * x)) {
                if (x - from >= columns && asked.test(new Bar(slope, row, from, x))) {
                    return true;
                }
                from = x + 1;
            }
        }
        return false;
    }

    /** Returns whether there is ink at a place. */
    public boolean isInk(int x, double y) {
        return shape.isInk(x, (int) Math.round(y));
    }

    /** Returns how many of a bar's ends are free: on a small circle around one there is ink in one place only, where the bar comes from. */
    public int freeEnds(Bar bar) {
        return (isFree(bar, bar.from, 1) ? 1 : 0) + (isFree(bar, bar.to - 1, -1) ? 1 : 0);
    }

    private boolean isFree(Bar bar, int end, int inwards) {
        double x = end + HALF * pen * inwards / Math.hypot(1, bar.slope);
        double y = bar.row + bar.slope * x;
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
        return shape.isInk((int) Math.round(x + CIRCLE * pen * Math.cos(angle)), (int) Math.round(y + CIRCLE * pen * Math.sin(angle)));
    }
}
