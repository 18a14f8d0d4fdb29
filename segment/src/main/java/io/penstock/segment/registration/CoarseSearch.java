package io.penstock.segment.registration;

import io.penstock.segment.form.Area;
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

    private static final double SCALE_RANGE = 0.10;
    private static final double SCALE_STEP = 0.01;
    private static final double COARSEST = 2;
    private static final double OUTSIDE_MM = 3;
    private static final double LEAST_SCORE = 0.3;
    private static final double BAND = 0.15;
    private static final int CROWDED = 1000;

    private final PrintMap map;
    private final PrintSums sums;
    private double floor;
    private int crowded;

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
        crowded = CROWDED;
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

    /** Returns the scales to try, the most likely first, so that hopeless places are soon known to be hopeless. */
    private List<Double> scales(Geometry geometry, double pixelsPerMm) {
        TreeSet<Double> centres = new TreeSet<>(List.of(map.width() / geometry.width(), map.height() / geometry.height()));
        if (!Double.isNaN(pixelsPerMm)) {
            centres.add(pixelsPerMm);
        }
        TreeSet<Double> tried = new TreeSet<>();
        List<Double> scales = new ArrayList<>();
        for (int i = 0; i <= SCALE_RANGE / SCALE_STEP; i++) {
            for (double centre : centres) {
                double step = i * scaleStep(geometry, centre);
                if (step <= SCALE_RANGE) {
                    add(centre * (1 + step), scaleStep(geometry, centre), tried, scales);
                    add(centre * (1 - step), scaleStep(geometry, centre), tried, scales);
                }
            }
        }
        return scales;
    }

    private static void add(double scale, double step, TreeSet<Double> tried, List<Double> scales) {
        Double near = tried.floor(scale * (1 + step / 2));
        if (near == null || near < scale * (1 - step / 2)) {
            tried.add(scale);
            scales.add(scale);
        }
    }

    /** Returns how far apart scales may be: a page's length of geometry needs a hundredth, half of it may be placed half as exactly. */
    private double scaleStep(Geometry geometry, double scale) {
        Area bounds = geometry.bounds();
        double extent = Math.max(bounds.width(), bounds.height()) * scale;
        return SCALE_STEP * Math.max(1, Math.min(COARSEST, Math.max(map.width(), map.height()) / extent));
    }

    private void atScale(Geometry geometry, double scale, List<Candidate> found) {
        Area bounds = geometry.bounds();
        int outside = (int) Math.min(OUTSIDE_MM * scale, PrintSums.MARGIN - 1.0);
        int minX = (int) (-bounds.x() * scale) - outside;
        int maxX = (int) (map.width() - bounds.right() * scale) + outside;
        int minY = (int) (-bounds.y() * scale) - outside;
        int maxY = (int) (map.height() - bounds.bottom() * scale) + outside;
        if (minX > maxX) {
            return;
        }
        Placement placement = new Placement(sums, geometry, scale);
        int shifts = (maxX - minX) / sums.step() + 1;
        ShiftRow row = new ShiftRow(shifts);
        for (int dy = minY; dy <= maxY; dy += sums.step()) {
            if (!placement.count(row, minX, dy, floor)) {
                continue;
            }
            for (int i = row.next(0, placement.needed(floor)); i < shifts; i = row.next(i + 1, placement.needed(floor))) {
                int dx = minX + i * sums.step();
                double score = placement.score(row.get(i), dx, dy);
                if (score > floor) {
                    add(new Candidate(score, scale, dx, dy), found);
                }
            }
        }
    }

    private void add(Candidate candidate, List<Candidate> found) {
        found.add(candidate);
        floor = Math.max(floor, candidate.score - BAND);
        if (found.size() > crowded) {
            found.removeIf(other -> other.score < floor);
            crowded = 2 * found.size() + CROWDED;
        }
    }
}
