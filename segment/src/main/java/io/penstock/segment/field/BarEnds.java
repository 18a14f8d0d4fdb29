package io.penstock.segment.field;

/**
 * Whether a straight stroke ends where its ink does, or goes on in another direction.
 *
 * @param shape the ink
 * @param pen   width of the pen's strokes, pixels
 */
record BarEnds(Shape shape, double pen) {

    /** Radius, in widths of the pen, of the circle around an end on which nothing but the bar may be, and points that it is looked at in. */
    private static final double CIRCLE = 1.5;
    private static final double HALF = 0.5;
    private static final int AROUND = 24;
    private static final int MOST_AROUND = 9;

    /**
     * Returns whether a stroke ends there: on a small circle around the end there is ink in one place only, where the stroke comes from.
     *
     * @param slope   rows a column
     * @param row     where the stroke's middle crosses column 0
     * @param end     its first or last column
     * @param inwards 1 for the first, -1 for the last
     */
    boolean isFree(double slope, int row, int end, int inwards) {
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
        return shape.isInk((int) Math.round(x + CIRCLE * pen * Math.cos(angle)), (int) Math.round(y + CIRCLE * pen * Math.sin(angle)));
    }
}
