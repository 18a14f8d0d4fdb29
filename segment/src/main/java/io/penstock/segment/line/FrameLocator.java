package io.penstock.segment.line;

import io.penstock.segment.geometry.Area;
import io.penstock.segment.ink.Dropout;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.Profile;
import io.penstock.segment.ink.Zone;

/**
 * Finds the printed frame of a free field, each edge by itself, and drops it out.
 *
 * <p>A full-height line a little inside the left edge is a divider behind a printed currency sign: writing begins right of it.
 */
final class FrameLocator {

    /** Code of a framed field whose frame was not found where the form has it. */
    static final String FRAME_NOT_FOUND = "FRAME_NOT_FOUND";
    private static final double BASE_SEARCH_MM = 1.5;
    private static final double EDGE_FLOOR = 0.5;
    private static final double DIVIDER_FLOOR = 0.8;
    private static final double DIVIDER_SHARE = 0.35;

    private final Ink ink;
    private final Patch patch;
    private final double search;

    FrameLocator(Ink ink, Patch patch, double tolerance) {
        this.ink = ink;
        this.patch = patch;
        search = (BASE_SEARCH_MM + tolerance) * patch.scale();
    }

    /** Finds the frame around an area and erases its lines from the ink. */
    Zone dropOut(Area area) {
        double left = patch.x(area.x());
        double right = patch.x(area.right());
        double top = patch.y(area.y());
        double bottom = patch.y(area.bottom());
        Profile rows = Profile.ofRows(ink, left + search, right - search);
        double upper = edge(rows, top);
        double lower = edge(rows, bottom);
        Profile columns = Profile.ofColumns(ink, or(upper, top) + 2, or(lower, bottom) - 2);
        double first = edge(columns, left);
        double last = edge(columns, right);
        int edges = found(upper) + found(lower) + found(first) + found(last);
        Zone zone = new Zone(or(first, left), or(upper, top), or(last, right), or(lower, bottom), edges);
        double divider = divider(columns, zone);
        erase(rows, columns, zone, divider);
        return new Zone(Math.max(zone.left(), divider), zone.top(), zone.right(), zone.bottom(), edges);
    }

    private double edge(Profile profile, double expected) {
        double peak = profile.peak(expected, search, EDGE_FLOOR);
        return profile.near(peak, 1) >= EDGE_FLOOR ? peak : Double.NaN;
    }

    private static double or(double found, double expected) {
        return Double.isNaN(found) ? expected : found;
    }

    private static int found(double edge) {
        return Double.isNaN(edge) ? 0 : 1;
    }

    private double divider(Profile columns, Zone zone) {
        double divider = Double.NEGATIVE_INFINITY;
        double limit = zone.left() + DIVIDER_SHARE * (zone.right() - zone.left());
        for (int x = (int) (zone.left() + patch.scale()); x < limit; x++) {
            if (columns.get(x) > DIVIDER_FLOOR) {
                divider = x;
            }
        }
        return divider;
    }

    private void erase(Profile rows, Profile columns, Zone zone, double divider) {
        Dropout dropout = new Dropout(ink, patch.scale());
        for (double y : new double[] {zone.top(), zone.bottom()}) {
            dropout.horizontal(y, 0, ink.width(), rows.thickness(y));
        }
        for (double x : new double[] {zone.left(), zone.right(), divider}) {
            if (x > 0) {
                dropout.vertical(x, 0, ink.height(), columns.thickness(x));
            }
        }
    }
}
