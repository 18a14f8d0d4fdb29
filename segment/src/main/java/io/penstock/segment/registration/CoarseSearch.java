package io.penstock.segment.registration;

import io.penstock.segment.geometry.Area;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.registration.AxisSearch.Match;
import io.penstock.segment.registration.Pass.Look;
import io.penstock.segment.registration.print.PrintMap;
import io.penstock.segment.registration.print.PrintSums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Places a form's geometry on a page roughly: the scales and shifts under which most of it falls on print.
 *
 * <p>Both axes are searched by themselves, which is cheap; then the best of both are tried together in the plane. So the page may be
 * stretched along one axis a little, as a photograph taken at an angle is, or as much as a fax whose pixels are taken for square.
 */
final class CoarseSearch {

    private static final double SMALLER = 0.08;
    private static final double LARGER = 0.08;
    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 1.18;
    private static final double SCALE_STEP = 0.01;
    private static final double COARSEST = 2;
    private static final double MOST_STRETCH = 0.12;
    /** A fax's lines may lie twice as far apart as its columns: 204 by 98 dpi. */
    private static final double MOST_FREE_STRETCH = 0.85;
    private static final double FILLING = 0.85;
    private static final double LEAST_SHARE = 0.3;
    private static final double LEAST_SCORE = 0.3;
    private static final int SHORTEST = 19;
    private static final double SMALL = 0.6;
    private static final int STRIPS = 80;

    /** By how much less a place may score than the best of its form and still be looked at. */
    static final double WORSE = 0.15;

    private final PrintMap map;
    private final PrintSums sums;
    private final Rulings rows;
    private final Rulings columns;
    private final double pixelsPerMm;
    private final boolean known;

    /**
     * Prepares a page.
     *
     * @param pixelsPerMm the scale that its stated resolution suggests, NaN where it says nothing
     * @param known       whether that scale is known and no other need be tried
     */
    CoarseSearch(PrintMap map, double pixelsPerMm, boolean known) {
        this.map = map;
        this.pixelsPerMm = pixelsPerMm;
        this.known = known;
        sums = map.sums();
        rows = Rulings.of(sums, true, SHORTEST, 0, map.width());
        columns = Rulings.of(sums, false, SHORTEST, 0, map.height());
    }

    /**
     * A rough place.
     *
     * @param score  share (0 to 1) of the geometry that falls on print
     * @param scaleX pixels of the map a millimetre
     * @param scaleY the same along y
     * @param dx     where the form's left edge is, pixels
     * @param dy     where its top edge is, pixels
     */
    record Candidate(double score, double scaleX, double scaleY, double dx, double dy) {

        Homography transform() {
            return Homography.scaleAndShift(scaleX, scaleY, dx, dy);
        }

        private boolean near(Candidate other) {
            return Math.abs(other.scaleX - scaleX) < 0.03 * scaleX && Math.abs(other.scaleY - scaleY) < 0.03 * scaleY
                && Math.hypot(other.dx - dx, other.dy - dy) < 8 * PrintSums.TOLERANCE;
        }
    }

    /**
     * Returns the best places, best first, no two of them close together and none by {@value #WORSE} worse than the best.
     *
     * @param look  which scales to try: the usual ones, those down to half of what the page has room for, or those at which the form's
     *              sheet fills the page along each axis by itself
     * @param least score below which a place is of no interest
     */
    List<Candidate> best(Geometry geometry, Look look, int count, double least) {
        boolean free = look == Look.STRETCHED;
        Trials trials = new Trials(new Overlap(geometry, sums), Math.max(LEAST_SCORE, least), free);
        double[] scales = look == Look.WIDELY ? wide(geometry) : usual(geometry);
        double[] across = free ? filling(map.width() / geometry.width(), geometry) : scales;
        double[] down = free ? filling(map.height() / geometry.height(), geometry) : scales;
        List<Match> xs = AxisSearch.best(geometry.outline().columns(), columns, map.width(), across, LEAST_SHARE);
        if (!xs.isEmpty() && trials.mayReach(xs.get(0).share(), 1)) {
            List<Match> ys = AxisSearch.best(geometry.outline().rows(), rows, map.height(), down, LEAST_SHARE);
            xs.forEach(x -> trials.rows(x, ys));
            strips(geometry, xs, ys, trials);
        }
        trials.found.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return apart(trials.found, count);
    }

    /**
     * Looks for geometry that covers a small part of the page again, in the strip where the axis with more rulings has it: the rest of the
     * page would outvote the few lines of the other axis.
     */
    private void strips(Geometry geometry, List<Match> xs, List<Match> ys, Trials trials) {
        Area bounds = geometry.bounds();
        Rulings level = geometry.outline().rows();
        Rulings upright = geometry.outline().columns();
        if (upright.count() >= level.count() && bounds.width() < SMALL * geometry.width()) {
            for (Match x : xs.subList(0, Math.min(STRIPS, xs.size()))) {
                if (trials.mayReach(x.share(), 1)) {
                    Rulings strip = Rulings.of(sums, true, SHORTEST, (int) (x.shift() + x.scale() * bounds.x()),
                        (int) (x.shift() + x.scale() * bounds.right()));
                    trials.rows(x, AxisSearch.best(level, strip, map.height(), near(x), LEAST_SHARE));
                }
            }
        } else if (upright.count() < level.count() && bounds.height() < SMALL * geometry.height()) {
            for (Match y : ys.subList(0, Math.min(STRIPS, ys.size()))) {
                if (trials.mayReach(1, y.share())) {
                    Rulings strip = Rulings.of(sums, false, SHORTEST, (int) (y.shift() + y.scale() * bounds.y()),
                        (int) (y.shift() + y.scale() * bounds.bottom()));
                    AxisSearch.best(upright, strip, map.width(), near(y), LEAST_SHARE).forEach(x -> trials.rows(x, List.of(y)));
                }
            }
        }
    }

    private static double[] near(Match match) {
        return new double[] {match.scale() * 0.97, match.scale(), match.scale() * 1.03};
    }

    /** Places tried in the plane; what is worth a look rises with the best one. */
    private static final class Trials {

        private final Overlap overlap;
        private final List<Candidate> found = new ArrayList<>();
        private final boolean free;
        private double least;

        Trials(Overlap overlap, double least, boolean free) {
            this.overlap = overlap;
            this.least = least;
            this.free = free;
        }

        boolean mayReach(double columns, double rows) {
            return overlap.mayReach(least, columns, rows);
        }

        /** Tries one match of the columns with those of the rows, best first. */
        void rows(Match x, List<Match> ys) {
            for (int i = 0; i < ys.size() && mayReach(x.share(), ys.get(i).share()); i++) {
                tryOut(x, ys.get(i));
            }
        }

        private void tryOut(Match x, Match y) {
            double stretch = Math.abs(Math.log(x.scale() / y.scale()));
            if (stretch < (free ? MOST_FREE_STRETCH : MOST_STRETCH)) {
                double score = overlap.score(x, y, free ? 0 : stretch, least);
                if (score > LEAST_SCORE) {
                    found.add(new Candidate(score, x.scale(), y.scale(), x.shift(), y.shift()));
                    least = Math.max(least, score - WORSE);
                }
            }
        }
    }

    private static List<Candidate> apart(List<Candidate> found, int count) {
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : found) {
            if (kept.stream().noneMatch(candidate::near)) {
                kept.add(candidate);
            }
            if (kept.size() == count) {
                break;
            }
        }
        return kept;
    }

    /** Returns the scales around what the page's size and its stated resolution suggest. */
    private double[] usual(Geometry geometry) {
        TreeSet<Double> scales = new TreeSet<>();
        double step = step(geometry);
        if (!known) {
            around(map.width() / geometry.width(), step, scales);
            around(map.height() / geometry.height(), step, scales);
        }
        if (!Double.isNaN(pixelsPerMm)) {
            around(pixelsPerMm, step, scales);
        }
        double room = room(geometry);
        return scales.stream().mapToDouble(Double::doubleValue).filter(scale -> scale <= LARGEST * room).toArray();
    }

    /** Returns the scale at which the form's sheet just fits the page. */
    private double room(Geometry geometry) {
        return Math.min(map.width() / geometry.width(), map.height() / geometry.height());
    }

    private static void around(double centre, double step, NavigableSet<Double> scales) {
        for (double scale = centre * (1 - SMALLER); scale <= centre * (1 + LARGER); scale *= 1 + step) {
            Double near = scales.floor(scale * (1 + step / 2));
            if (near == null || near < scale * (1 - step / 2)) {
                scales.add(scale);
            }
        }
    }

    private double[] wide(Geometry geometry) {
        double room = room(geometry);
        TreeSet<Double> scales = new TreeSet<>();
        double step = step(geometry);
        for (double scale = SMALLEST * room; scale <= LARGEST * room; scale *= 1 + step) {
            scales.add(scale);
        }
        return scales.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns the scales along one axis around the one at which the form's sheet is as long as the page. */
    private double[] filling(double full, Geometry geometry) {
        TreeSet<Double> scales = new TreeSet<>();
        double step = step(geometry);
        for (double scale = FILLING * full; scale <= LARGEST * full; scale *= 1 + step) {
            scales.add(scale);
        }
        return scales.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns how far apart scales may be: a page's length of geometry needs a hundredth, half of it may be placed half as exactly. */
    private double step(Geometry geometry) {
        Area bounds = geometry.bounds();
        double share = Math.max(bounds.width() / geometry.width(), bounds.height() / geometry.height());
        return SCALE_STEP * Math.max(1, Math.min(COARSEST, 1 / share));
    }
}
