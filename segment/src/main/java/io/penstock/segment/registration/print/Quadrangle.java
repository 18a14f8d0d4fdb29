package io.penstock.segment.registration.print;

import io.penstock.segment.geometry.Homography;
import java.util.stream.Stream;
import org.opencv.core.Point;

/**
 * Where a rectangle is seen on a page: four corners in their order around it, pixels.
 *
 * @param corners not to be changed
 */
public record Quadrangle(Point[] corners) {

    /** A stretch of a row. */
    @FunctionalInterface
    interface Row {
        void accept(int y, int from, int to);
    }

    /** Returns a rectangle from the origin on, grown by a margin, through a map. */
    public static Quadrangle of(Homography map, double width, double height, double margin) {
        return new Quadrangle(new Point[] {map.map(-margin, -margin), map.map(width + margin, -margin),
            map.map(width + margin, height + margin), map.map(-margin, height + margin)});
    }

    /** Returns it seen through a map. */
    Quadrangle through(Homography map) {
        return new Quadrangle(Stream.of(corners).map(corner -> map.map(corner.x, corner.y)).toArray(Point[]::new));
    }

    /** Hands on the stretches of rows that lie in it, of a picture of this size. */
    void rows(int width, int height, Row row) {
        for (int y = 0; y < height; y++) {
            double from = Double.POSITIVE_INFINITY;
            double to = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < corners.length; i++) {
                Point start = corners[i];
                Point end = corners[(i + 1) % corners.length];
                if (Math.min(start.y, end.y) <= y && Math.max(start.y, end.y) > y) {
                    double x = start.x + (end.x - start.x) * (y - start.y) / (end.y - start.y);
                    from = Math.min(from, x);
                    to = Math.max(to, x);
                }
            }
            int first = (int) Math.max(0, Math.ceil(from));
            int last = (int) Math.min(width, Math.floor(to) + 1);
            if (first < last) {
                row.accept(y, first, last);
            }
        }
    }
}
