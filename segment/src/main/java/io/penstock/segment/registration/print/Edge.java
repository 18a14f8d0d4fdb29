package io.penstock.segment.registration.print;

import io.penstock.segment.geometry.Homography;

/**
 * A straight stretch of the outline of ink, in pixels, with its start left of (or above) its end.
 *
 * @param x0 start
 * @param y0 start
 * @param x1 end
 * @param y1 end
 */
record Edge(double x0, double y0, double x1, double y1) {

    /** Returns this edge seen through a map. */
    Edge through(Homography map) {
        var start = map.map(x0, y0);
        var end = map.map(x1, y1);
        return new Edge(start.x, start.y, end.x, end.y);
    }

    /** Returns the length. */
    double length() {
        return Math.hypot(x1 - x0, y1 - y0);
    }
}
