package io.penstock.segment.geometry;

/**
 * A rectangle on a form, in millimetres from its top left corner.
 *
 * @param x      left edge
 * @param y      top edge
 * @param width  width, more than 0
 * @param height height, more than 0
 */
public record Area(double x, double y, double width, double height) {

    /** Returns the right edge. */
    public double right() {
        return x + width;
    }

    /** Returns the bottom edge. */
    public double bottom() {
        return y + height;
    }

    /** Returns this rectangle with every edge moved outwards; a negative margin shrinks it. */
    public Area grow(double margin) {
        return new Area(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    /** Returns the smallest rectangle that holds this one and another. */
    public Area union(Area other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Area(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }
}
