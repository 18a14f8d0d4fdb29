package io.penstock.segment.form;

import io.penstock.segment.geometry.Area;

/**
 * A printed line of a form, horizontal or vertical, by its centre, in millimetres.
 *
 * @param horizontal whether the line runs along x
 * @param at         the coordinate it keeps: y of a horizontal line, x of a vertical one
 * @param from       where it begins along its direction
 * @param to         where it ends, greater than {@code from}
 */
public record Line(boolean horizontal, double at, double from, double to) {

    /** Returns the length. */
    public double length() {
        return to - from;
    }

    /** Returns the four lines around a rectangle. */
    static Line[] around(Area area) {
        return new Line[] {
            new Line(true, area.y(), area.x(), area.right()),
            new Line(true, area.bottom(), area.x(), area.right()),
            new Line(false, area.x(), area.y(), area.bottom()),
            new Line(false, area.right(), area.y(), area.bottom())};
    }
}
