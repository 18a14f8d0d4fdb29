package io.penstock.segment.registration;

import io.penstock.segment.form.Area;
import io.penstock.segment.form.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Places a form's geometry on a page roughly: the scales and shifts under which most of it falls on print.
 *
 * <p>Shifts are tried a tolerance apart over the page, scales one per cent apart around what the page's size and its stated resolution
 * suggest. Each trial costs one prefix sum a line.
 */
final class CoarseSearch {

    private static final double FIDUCIAL_WEIGHT_MM = 20;
    private static final double SCALE_RANGE = 0.10;
    private static final double SCALE_STEP = 0.01;
    private static final double OUTSIDE_MM = 3;
    private static final double LEAST_SCORE = 0.3;
    private static final double BAND = 0.15;

    private final PrintMap map;
    private final PrintSums sums;
    private double floor;

    CoarseSearch(PrintMap map, PrintSums sums) {
        this.map = map;
        this.sums = sums;
    }

    /**
     * A rough place.
     *
     * @param score share (0 to 1) of the geometry that falls on print
     * @param scale pixels of the map a millimetre
     * @param dx    where the form's left edge is, pixels
     * @param dy    where its top edge is, pixels
     */
    record Candidate(double score, double scale, double dx, double dy) {

        Homography transform() {
            return Homography.scaleAndShift(scale, scale, dx, dy);
        }
    }

    /**
     * Returns the best places, best first, no two of them close together.
     *
     * @param pixelsPerMm scale that the page's stated resolution suggests; NaN where it says nothing
     */
    List<Candidate> best(Geometry geometry, double pixelsPerMm, int count) {
        List<Candidate> found = new ArrayList<>();
        floor = LEAST_SCORE;
        for (double scale : scales(geometry, pixelsPerMm)) {
            atScale(geometry, scale, found);
        }
        found.removeIf(candidate -> candidate.score < floor);
        found.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return spreadOut(found, count);
    }

    private List<Candidate> spreadOut(List<Candidate> found, int count) {
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : found) {
            boolean near = kept.stream().anyMatch(other -> Math.abs(other.scale - candidate.scale) < 0.03 * other.scale
                && Math.hypot(other.dx - candidate.dx, other.dy - candidate.dy) < 8 * sums.tolerance());
            if (!near) {
                kept.add(candidate);
            }
            if (kept.size() == count) {
                break;
            }
        }
        return kept;
    }

    private TreeSet<Double> scales(Geometry geometry, double pixelsPerMm) {
        TreeSet<Double> centres = new TreeSet<>(List.of(map.width() / geometry.width(), map.height() / geometry.height()));
        if (!Double.isNaN(pixelsPerMm)) {
            centres.add(pixelsPerMm);
        }
        TreeSet<Double> scales = new TreeSet<>();
        for (double centre : centres) {
            for (double factor = 1 - SCALE_RANGE; factor <= 1 + SCALE_RANGE; factor += SCALE_STEP) {
                double scale = centre * factor;
                Double near = scales.floor(scale * (1 + SCALE_STEP / 2));
                if (near == null || near < scale * (1 - SCALE_STEP / 2)) {
                    scales.add(scale);
                }
            }
        }
        return scales;
    }

    private void atScale(Geometry geometry, double scale, List<Candidate> found) {
        Placement placement = new Placement(geometry, scale);
        Area bounds = geometry.bounds();
        int step = Math.max(2, (int) (1.6 * sums.tolerance()));
        int outside = (int) (OUTSIDE_MM * scale);
        int minX = (int) (-bounds.x() * scale) - outside;
        int maxX = (int) (map.width() - bounds.right() * scale) + outside;
        int minY = (int) (-bounds.y() * scale) - outside;
        int maxY = (int) (map.height() - bounds.bottom() * scale) + outside;
        for (int dy = minY; dy <= maxY; dy += step) {
            for (int dx = minX; dx <= maxX; dx += step) {
                double score = placement.score(dx, dy, floor);
                if (score > floor) {
                    found.add(new Candidate(score, scale, dx, dy));
                    floor = Math.max(floor, score - BAND);
                }
            }
        }
    }

    /** The geometry in whole pixels at one scale, the longest lines first, so that a hopeless place is given up early. */
    private final class Placement {

        private final List<Stretch> stretches;
        private final int[][] fiducials;
        private final double[] remaining;
        private final double total;
        private final double fiducialWeight;

        Placement(Geometry geometry, double scale) {
            stretches = geometry.lines().stream().map(line -> Stretch.of(line, scale))
                .sorted(Comparator.comparingInt(Stretch::length).reversed()).toList();
            fiducials = geometry.fiducials().stream().map(area -> new int[] {(int) (area.x() * scale), (int) (area.y() * scale),
                (int) Math.ceil(area.right() * scale), (int) Math.ceil(area.bottom() * scale)}).toArray(int[][]::new);
            fiducialWeight = FIDUCIAL_WEIGHT_MM * scale;
            remaining = new double[stretches.size() + 1];
            for (int i = stretches.size() - 1; i >= 0; i--) {
                remaining[i] = remaining[i + 1] + stretches.get(i).length();
            }
            total = remaining[0] + fiducials.length * fiducialWeight;
        }

        /** Returns the share of the geometry that is printed at a shift; 0 where it cannot reach {@code least}. */
        double score(int dx, int dy, double least) {
            double found = 0;
            for (int[] box : fiducials) {
                found += fiducialWeight * fiducial(box, dx, dy);
            }
            double needed = least * total;
            for (int i = 0; i < stretches.size(); i++) {
                if (found + remaining[i] < needed) {
                    return 0;
                }
                Stretch line = stretches.get(i);
                found += line.horizontal ? sums.horizontal(line.at + dy, line.from + dx, line.to + dx)
                    : sums.vertical(line.at + dx, line.from + dy, line.to + dy);
            }
            return found / total;
        }

        private double fiducial(int[] box, int dx, int dy) {
            double area = (double) (box[2] - box[0]) * (box[3] - box[1]);
            int margin = sums.tolerance() * 2;
            double inside = sums.solid(box[0] + dx - margin, box[1] + dy - margin, box[2] + dx + margin, box[3] + dy + margin) / area;
            return inside > 1.6 ? 0 : Math.min(1, inside);
        }
    }

    /** A line in whole pixels. */
    private record Stretch(boolean horizontal, int at, int from, int to) {

        static Stretch of(Line line, double scale) {
            return new Stretch(line.horizontal(), (int) Math.round(line.at() * scale), (int) Math.round(line.from() * scale),
                (int) Math.round(line.to() * scale));
        }

        int length() {
            return to - from;
        }
    }
}
