package io.penstock.segment.registration;

import io.penstock.segment.form.Area;
import io.penstock.segment.form.Line;
import java.util.Arrays;

/** A form's geometry in whole pixels at one scale, and how much of it is printed at each shift: a row of shifts at a time. */
final class Placement {

    private static final double FIDUCIAL_WEIGHT_MM = 20;

    private final PrintSums sums;
    private final Stretch[] across;
    private final Stretch[] down;
    private final int downLength;
    private final int[][] fiducials;
    private final double fiducialWeight;
    private final double total;

    /** Prepares a scale, in pixels a millimetre. */
    Placement(PrintSums sums, Geometry geometry, double scale) {
        this.sums = sums;
        across = stretches(geometry, true, scale);
        down = stretches(geometry, false, scale);
        downLength = length(down);
        fiducials = geometry.fiducials().stream().map(area -> pixels(area, scale)).toArray(int[][]::new);
        fiducialWeight = FIDUCIAL_WEIGHT_MM * scale;
        total = length(across) + downLength + fiducials.length * fiducialWeight;
    }

    private static Stretch[] stretches(Geometry geometry, boolean horizontal, double scale) {
        return geometry.lines().stream().filter(line -> line.horizontal() == horizontal).map(line -> Stretch.of(line, scale))
            .toArray(Stretch[]::new);
    }

    private static int length(Stretch[] lines) {
        return Arrays.stream(lines).mapToInt(Stretch::length).sum();
    }

    private static int[] pixels(Area area, double scale) {
        return new int[] {(int) (area.x() * scale), (int) (area.y() * scale), (int) Math.ceil(area.right() * scale),
            (int) Math.ceil(area.bottom() * scale)};
    }

    /**
     * Counts into {@code row} how many pixels of the lines are printed at the shift {@code dy} along y and at each along x from {@code dx} on.
     *
     * @return false, with the row unfinished, where none of these shifts can reach the score {@code least}
     */
    boolean count(ShiftRow row, int dx, int dy, double least) {
        int needed = needed(least) - downLength;
        int bound = 0;
        for (Stretch line : across) {
            bound += Math.min(line.length(), sums.inRow(line.at + dy));
        }
        if (bound < needed) {
            return false;
        }
        row.clear();
        for (Stretch line : across) {
            sums.addHorizontal(row, line.at + dy, line.from + dx, line.to + dx);
        }
        if (!row.reaches(needed)) {
            return false;
        }
        for (Stretch line : down) {
            sums.addVertical(row, line.at + dx, line.from + dy, line.to + dy);
        }
        return true;
    }

    /** Returns how many pixels of the lines must be printed for a score of {@code least}, whatever the fiducials add. */
    int needed(double least) {
        return (int) Math.floor(least * total - fiducials.length * fiducialWeight);
    }

    /** Returns the share of the geometry that is printed at a shift at which so many pixels of the lines are. */
    double score(int printed, int dx, int dy) {
        double found = printed;
        for (int[] box : fiducials) {
            found += fiducialWeight * fiducial(box, dx, dy);
        }
        return found / total;
    }

    private double fiducial(int[] box, int dx, int dy) {
        double area = (double) (box[2] - box[0]) * (box[3] - box[1]);
        int margin = sums.tolerance() * 2;
        double inside = sums.solid(box[0] + dx - margin, box[1] + dy - margin, box[2] + dx + margin, box[3] + dy + margin) / area;
        return inside > 1.6 ? 0 : Math.min(1, inside);
    }

    /** A line in whole pixels. */
    private record Stretch(int at, int from, int to) {

        static Stretch of(Line line, double scale) {
            return new Stretch((int) Math.round(line.at() * scale), (int) Math.round(line.from() * scale),
                (int) Math.round(line.to() * scale));
        }

        int length() {
            return to - from;
        }
    }
}
