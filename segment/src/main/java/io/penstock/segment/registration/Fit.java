package io.penstock.segment.registration;

import io.penstock.segment.geometry.Area;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.registration.print.PrintMap;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Point;

/**
 * Moves a rough place to the exact one: robust least squares of a projective map on the offsets between expected and found print.
 *
 * <p>Each sample of a horizontal line says something about y alone, of a vertical one about x alone (an aperture); a fiducial says both.
 * The search radius shrinks from pass to pass (iterative closest point, Besl and McKay 1992).
 */
final class Fit {

    private static final double[] RADII_MM = {3, 2.2, 1.5, 1.0, 0.8, 0.8};
    private static final int FIRST_BENDING = 1;
    private static final double CLOSEST_MM = 0.05;
    private static final double MATCH_MM = 0.5;
    private static final double FIDUCIAL_SAMPLES = 8;
    private static final double BEYOND_MM = 0.3;
    private static final double FIELD_SUPPORT = 0.5;

    private final PrintMap map;
    private final Geometry geometry;
    private final double aspect;

    /** Fits a form to a page that is taken to be stretched along x by so much more than along y; 1: not at all. */
    Fit(PrintMap map, Geometry geometry, double aspect) {
        this.map = map;
        this.geometry = geometry;
        this.aspect = aspect;
    }

    /**
     * How well a form lies on print.
     *
     * @param transform  millimetres of the geometry to pixels of the map
     * @param residual   root mean square offset of the samples that were found, millimetres
     * @param support    share (0 to 1) of the samples that were found within half a millimetre
     * @param contrary   share (0 to 1) of the places just beyond the lines' ends where the page's line goes on and the form's does not: a
     *                   comb found inside a larger grid has many
     * @param missing    share (0 to 1) of the form's fields whose own printed lines are mostly not there
     * @param distortion by how much the form is stretched or sheared in its middle, as a share of its size
     * @param weaker     support of the lines of that direction, level or upright, of which less was found
     * @param samples    number of samples
     * @param opposed    the same share as {@code contrary} beyond the line ends of that side, of four, that has most such places
     * @param sparsest   share (0 to 1) of the print due at a side of the form, level or upright, that was found where least was
     * @param lost       places in the form's list of the fiducials that lie on the page and are not where they are due
     */
    record Result(Homography transform, double residual, double support, double contrary, double missing, double distortion,
            double weaker, int samples, double opposed, double sparsest, List<Integer> lost) {

        /** Copies the list. */
        Result {
            lost = List.copyOf(lost);
        }
    }

    /** Fits from a rough place. */
    Result from(Homography rough) {
        Homography transform = rough;
        for (int i = 0; i < RADII_MM.length; i++) {
            transform = step(transform, RADII_MM[i], i >= FIRST_BENDING);
        }
        return measure(transform);
    }

    private Homography step(Homography transform, double radiusMm, boolean bends) {
        double scale = scale(transform);
        Samples places = geometry.lines();
        Offsets offsets = new Offsets(transform, geometry.width(), geometry.height());
        for (int i = 0; i < places.count(); i++) {
            double found = map.nearest(places.level()[i], transform.map(places.x()[i], places.y()[i]), radiusMm * scale);
            if (!Double.isNaN(found)) {
                offsets.add(places.x()[i], places.y()[i], !places.level()[i], found, 1);
            }
        }
        for (Area fiducial : geometry.fiducials()) {
            Point found = centroid(transform, fiducial, radiusMm * scale);
            if (found != null) {
                double x = fiducial.x() + fiducial.width() / 2;
                double y = fiducial.y() + fiducial.height() / 2;
                offsets.add(x, y, true, found.x, FIDUCIAL_SAMPLES);
                offsets.add(x, y, false, found.y, FIDUCIAL_SAMPLES);
            }
        }
        return offsets.solve(CLOSEST_MM * scale, bends);
    }

    private double scale(Homography transform) {
        return transform.scaleAt(geometry.width() / 2, geometry.height() / 2);
    }

    private Point centroid(Homography transform, Area fiducial, double radius) {
        Point corner = transform.map(fiducial.x(), fiducial.y());
        Point opposite = transform.map(fiducial.right(), fiducial.bottom());
        int left = Math.max(0, (int) (corner.x - radius));
        int top = Math.max(0, (int) (corner.y - radius));
        int right = Math.min(map.width() - 1, (int) (opposite.x + radius));
        int bottom = Math.min(map.height() - 1, (int) (opposite.y + radius));
        double sumX = 0;
        double sumY = 0;
        int count = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = map.solid().nextSet(y, left); x <= right; x = map.solid().nextSet(y, x + 1)) {
                sumX += x;
                sumY += y;
                count++;
            }
        }
        double expected = (opposite.x - corner.x) * (opposite.y - corner.y);
        return count > 0.5 * expected && count < 1.5 * expected ? new Point(sumX / count, sumY / count) : null;
    }

    private Result measure(Homography transform) {
        double scale = scale(transform);
        Tally tally = new Tally();
        Sides sides = new Sides(geometry.bounds());
        Balance balance = measureLines(transform, tally, sides);
        List<Integer> lost = measureFiducials(transform, tally, sides);
        for (Samples line : geometry.movable()) {
            tally.samples += line.count();
            tally.found += (int) Math.round(line.count() * movedSupport(transform, line, scale));
        }
        double radius = BEYOND_MM * scale + 0.5;
        return new Result(transform.normalized(), tally.residual(), tally.support(), contrary(transform, radius),
            missing(transform, scale), distortion(transform), balance.weaker(), tally.samples, opposed(transform, radius),
            sides.weakest(), lost);
    }

    private Balance measureLines(Homography transform, Tally tally, Sides sides) {
        double scale = scale(transform);
        Samples lines = geometry.lines();
        Balance balance = new Balance();
        for (int i = 0; i < lines.count(); i++) {
            boolean level = lines.level()[i];
            Point place = transform.map(lines.x()[i], lines.y()[i]);
            double at = map.nearest(level, place, MATCH_MM * scale + 0.5);
            boolean found = !Double.isNaN(at);
            balance.add(level, found);
            tally.add(1, found, (at - (level ? place.y : place.x)) / scale);
            if (isOnPage(place)) {
                sides.add(lines.x()[i], lines.y()[i], level, found, 1);
            }
        }
        return balance;
    }

    /** Returns which fiducials are on the page and not where they are due. */
    private List<Integer> measureFiducials(Homography transform, Tally tally, Sides sides) {
        double scale = scale(transform);
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < geometry.fiducials().size(); i++) {
            Area fiducial = geometry.fiducials().get(i);
            double x = fiducial.x() + fiducial.width() / 2;
            double y = fiducial.y() + fiducial.height() / 2;
            Point place = transform.map(x, y);
            Point at = centroid(transform, fiducial, 2 * MATCH_MM * scale);
            tally.add((int) FIDUCIAL_SAMPLES, at != null, at == null ? 0 : Math.hypot(at.x - place.x, at.y - place.y) / scale);
            if (isOnPage(place)) {
                sides.add(x, y, true, at != null, (int) FIDUCIAL_SAMPLES);
                sides.add(x, y, false, at != null, (int) FIDUCIAL_SAMPLES);
            }
            if (at == null && isOnPage(place)) {
                lost.add(i);
            }
        }
        return lost;
    }

    /** How much was found of what was looked for, and how far from its place. */
    private static final class Tally {

        private int samples;
        private int found;
        private double squares;

        /** Adds so many samples, and how far off they were found, millimetres. */
        void add(int times, boolean isFound, double error) {
            samples += times;
            found += isFound ? times : 0;
            squares += isFound ? times * error * error : 0;
        }

        double residual() {
            return found == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / found);
        }

        double support() {
            return samples == 0 ? 0 : (double) found / samples;
        }
    }

    private boolean isOnPage(Point place) {
        return place.x >= 0 && place.y >= 0 && place.x < map.width() && place.y < map.height();
    }

    private double contrary(Homography transform, double radius) {
        int places = geometry.beyond().stream().mapToInt(Samples::count).sum();
        double contrary = geometry.beyond().stream().mapToDouble(side -> side.count() * share(transform, side, radius)).sum();
        return places == 0 ? 0 : contrary / places;
    }

    private double opposed(Homography transform, double radius) {
        return geometry.beyond().stream().mapToDouble(side -> share(transform, side, radius)).max().orElse(0);
    }

    /** How much of the lines of each direction is found: at a wrong scale along one axis, only those along it are. */
    private static final class Balance {

        private final int[] samples = new int[2];
        private final int[] found = new int[2];

        void add(boolean horizontal, boolean isFound) {
            samples[horizontal ? 0 : 1]++;
            found[horizontal ? 0 : 1] += isFound ? 1 : 0;
        }

        double weaker() {
            return Math.min(share(0), share(1));
        }

        private double share(int direction) {
            return samples[direction] == 0 ? 1 : (double) found[direction] / samples[direction];
        }
    }

    private double distortion(Homography transform) {
        Homography squared = Homography.scaleAndShift(1 / aspect, 1, 0, 0).after(transform);
        return squared.distortion(geometry.width() / 2, geometry.height() / 2);
    }

    private double missing(Homography transform, double scale) {
        return geometry.fields().stream()
            .mapToDouble(field -> share(transform, field, MATCH_MM * scale + 0.5) < FIELD_SUPPORT ? 1 : 0).average().orElse(0);
    }

    /** Returns the share of places with print within a radius, pixels; 0 where there are no places. */
    private double share(Homography transform, Samples places, double radius) {
        return share(transform, places, 0, radius);
    }

    private double share(Homography transform, Samples places, double shift, double radius) {
        int found = 0;
        for (int i = 0; i < places.count(); i++) {
            boolean level = places.level()[i];
            Point place = transform.map(places.x()[i] + (level ? 0 : shift), places.y()[i] + (level ? shift : 0));
            found += Double.isNaN(map.nearest(level, place, radius)) ? 0 : 1;
        }
        return places.count() == 0 ? 0 : (double) found / places.count();
    }

    /** Returns the greatest share of a movable line that is printed at one shift within the geometry's tolerance. */
    private double movedSupport(Homography transform, Samples line, double scale) {
        double best = 0;
        for (double shift = -geometry.tolerance(); shift <= geometry.tolerance(); shift += MATCH_MM) {
            best = Math.max(best, share(transform, line, shift, MATCH_MM / 2 * scale + 0.5));
        }
        return best;
    }
}
