package io.penstock.synth.handwriting;

/**
 * A knot of a skeleton: a place that the pen aims for.
 *
 * @param x      to the right, in heights of a digit
 * @param y      downwards, 0 at the top of a digit and 1 on the line that it stands on
 * @param corner whether the pen turns sharply here
 */
record Knot(double x, double y, boolean corner) {

    /** Reads {@code x,y} or, for a corner, {@code x,y!}. */
    static Knot parse(String text) {
        boolean corner = text.endsWith("!");
        String[] xy = (corner ? text.substring(0, text.length() - 1) : text).split(",");
        return new Knot(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]), corner);
    }

    Knot movedBy(double dx, double dy) {
        return new Knot(x + dx, y + dy, corner);
    }
}
