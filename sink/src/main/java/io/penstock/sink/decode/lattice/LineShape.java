package io.penstock.sink.decode.lattice;

import io.penstock.schema.Box;

/**
 * Size and place of an edge's ink on its line, in heights of a digit.
 *
 * @param top    how high its upper edge is above the line: about 1 for a digit
 * @param foot   how far its lower edge is below the line: about 0 for a digit
 * @param width  its width
 * @param height its height
 */
record LineShape(double top, double foot, double width, double height) {

    private static final double FARTHEST = 1.5;
    private static final double TOLERANCE = 0.2;
    /** How much lower a comma's top and foot are: the middle and the width of the transition. */
    private static final double TOP_DROP = 0.28;
    private static final double TOP_WIDTH = 0.09;
    private static final double FOOT_DROP = 0.06;
    private static final double FOOT_WIDTH = 0.08;
    /** A slash: the middle and the width of the transition of its height. */
    private static final double TALL = 1.35;
    private static final double TALL_WIDTH = 0.1;
    private static final double SLIM = 0.7;
    private static final double INSENSIBLE = 0.06;

    /** Measures a box over a line at height {@code y} with digits {@code digit} pixels high. */
    static LineShape of(Box box, double y, double digit) {
        return new LineShape(clipped((y - box.getY()) / digit), clipped((box.getY() + box.getHeight() - y) / digit),
            box.getWidth() / digit, box.getHeight() / digit);
    }

    /** Returns the longer side, at most 2. */
    double size() {
        return Math.min(2, Math.max(width, height));
    }

    /** Returns how much wider than high it is, 0 to 3. */
    double flatness() {
        return Math.max(0, Math.min(3, width / Math.max(0.05, height) - 1));
    }

    /** Returns how well it has the size and place of a digit, 0 to 1. */
    double fit() {
        return Math.exp(-((1 - top) * (1 - top) + foot * foot) / (2 * TOLERANCE * TOLERANCE));
    }

    /** Returns how much it lies where a comma does, 0 to 1: its top and its foot are lower than a digit's. */
    double lowness() {
        return ramp((1 - top - TOP_DROP) / TOP_WIDTH + (foot - FOOT_DROP) / FOOT_WIDTH);
    }

    /** Returns how much it is higher than any digit and slim, as a slash is, 0 to 1. */
    double tallness() {
        return width < SLIM * height ? ramp((height - TALL) / TALL_WIDTH) : 0;
    }

    /** Rises from 0 to 1 around 0; what is far below counts as nothing, so that an ordinary digit is not doubted at all. */
    private static double ramp(double x) {
        return Math.max(0, (1 / (1 + Math.exp(-x)) - INSENSIBLE) / (1 - INSENSIBLE));
    }

    private static double clipped(double length) {
        return Math.max(-FARTHEST, Math.min(1 + FARTHEST, length));
    }
}
