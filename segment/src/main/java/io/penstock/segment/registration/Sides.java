package io.penstock.segment.registration;

import io.penstock.segment.geometry.Area;

/**
 * How much of the print that is due at each side of a form is there: what is absent at one side must not be outweighed by the others.
 *
 * <p>A side is a third of the form's print, and the lines of both directions in it are counted apart: a form that is taken for wider than
 * it is may have all of its level lines, and none of the upright ones on its right.
 */
final class Sides {

    private static final int SIDES = 4;
    private static final double SHARE = 1.0 / 3;
    /** Places that a side must have at least to be judged. */
    private static final int FEWEST = 10;

    private final Area bounds;
    private final int[] due = new int[2 * SIDES];
    private final int[] there = new int[2 * SIDES];

    /** Takes the rectangle that holds the form's print, millimetres. */
    Sides(Area bounds) {
        this.bounds = bounds;
    }

    /** Adds a place of the form on a level or upright line, and whether print was found there; it may count as several. */
    void add(double x, double y, boolean level, boolean found, int times) {
        double across = (x - bounds.x()) / bounds.width();
        double down = (y - bounds.y()) / bounds.height();
        count(0, across < SHARE, level, found, times);
        count(1, across > 1 - SHARE, level, found, times);
        count(2, down < SHARE, level, found, times);
        count(3, down > 1 - SHARE, level, found, times);
    }

    private void count(int side, boolean inside, boolean level, boolean found, int times) {
        if (inside) {
            int at = 2 * side + (level ? 1 : 0);
            due[at] += times;
            there[at] += found ? times : 0;
        }
    }

    /** Returns the least share (0 to 1) of one direction's print that is there at a side; 1 where no side has enough of it. */
    double weakest() {
        double weakest = 1;
        for (int i = 0; i < due.length; i++) {
            weakest = due[i] < FEWEST ? weakest : Math.min(weakest, (double) there[i] / due[i]);
        }
        return weakest;
    }
}
