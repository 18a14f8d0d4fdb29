package io.penstock.segment.registration;

import io.penstock.segment.form.Line;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.registration.AxisSearch.Match;
import io.penstock.segment.registration.print.PrintSums;
import java.util.List;

/**
 * How much of a form's geometry falls on a page's print at a scale and shift along each axis.
 *
 * <p>Most places that are tried are hopeless: they are known to be so from both axes alone, or after the form's longest lines.
 */
final class Overlap {

    private static final double FIDUCIAL_WEIGHT_MM = 20;
    private static final double ROUNDING = 0.02;
    private static final double BOUND_SLACK = 0.1;
    private static final double STRETCH_PENALTY = 0.25;
    private static final int FAR = 1 << 20;

    private final Geometry geometry;
    private final PrintSums sums;
    private final double level;
    private final double upright;
    private final double blocks;
    private final boolean[] horizontal;
    private final double[] at;
    private final double[] from;
    private final double[] to;

    /** Prepares a form's geometry for a page. */
    Overlap(Geometry geometry, PrintSums sums) {
        this.geometry = geometry;
        this.sums = sums;
        level = geometry.outline().rows().total();
        upright = geometry.outline().columns().total();
        blocks = FIDUCIAL_WEIGHT_MM * geometry.fiducials().size();
        List<Line> lines = geometry.outline().lines();
        horizontal = new boolean[lines.size()];
        for (int i = 0; i < horizontal.length; i++) {
            horizontal[i] = lines.get(i).horizontal();
        }
        at = lines.stream().mapToDouble(Line::at).toArray();
        from = lines.stream().mapToDouble(Line::from).toArray();
        to = lines.stream().mapToDouble(Line::to).toArray();
    }

    /**
     * Returns whether a score may be reached, judged by both axes alone.
     *
     * @param columns share (0 to 1) of the upright lines that may be found
     * @param rows    share (0 to 1) of the level lines that may be found
     */
    boolean mayReach(double least, double columns, double rows) {
        return upright * columns + level * rows + blocks >= (least - BOUND_SLACK) * (upright + level + blocks);
    }

    /** Returns the share (0 to 1) of the geometry that falls on print, less a little for stretch; 0 where that is below {@code least}. */
    double score(Match x, Match y, double stretch, double least) {
        double needed = least + STRETCH_PENALTY * stretch;
        double bearable = (1 - needed + ROUNDING) * (level * x.scale() + upright * y.scale() + blocks * x.scale());
        double found = 0;
        double total = 0;
        for (int i = 0; i < at.length; i++) {
            Match across = horizontal[i] ? y : x;
            Match along = horizontal[i] ? x : y;
            int place = round(across.shift() + across.scale() * at[i]);
            int start = round(along.shift() + along.scale() * from[i]);
            int end = round(along.shift() + along.scale() * to[i]);
            total += end - start;
            found += horizontal[i] ? sums.horizontal(place, start, end) : sums.vertical(place, start, end);
            if (total - found > bearable) {
                return 0;
            }
        }
        double weight = FIDUCIAL_WEIGHT_MM * x.scale();
        for (Area fiducial : geometry.fiducials()) {
            total += weight;
            found += weight * solid(fiducial, x, y);
        }
        double score = found / total - STRETCH_PENALTY * stretch;
        return score < least ? 0 : score;
    }

    /** Rounds what is no less than minus {@value #FAR}, quicker than {@link Math#round(double)}. */
    private static int round(double value) {
        return (int) (value + FAR + 0.5) - FAR;
    }

    private double solid(Area area, Match x, Match y) {
        int margin = 2 * PrintSums.TOLERANCE;
        int left = (int) (x.shift() + x.scale() * area.x());
        int top = (int) (y.shift() + y.scale() * area.y());
        int right = (int) Math.ceil(x.shift() + x.scale() * area.right());
        int bottom = (int) Math.ceil(y.shift() + y.scale() * area.bottom());
        double share = (double) sums.solid(left - margin, top - margin, right + margin, bottom + margin)
            / ((right - left) * (bottom - top));
        return share > 1.6 ? 0 : Math.min(1, share);
    }
}
