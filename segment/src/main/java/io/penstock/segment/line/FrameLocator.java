package io.penstock.segment.line;

import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.ink.Dropout;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.Profile;
import io.penstock.segment.ink.Zone;
import java.util.stream.IntStream;

/**
 * Finds the printed frame of a free field, each edge by itself, and drops it out.
 *
 * <p>Where the form says that there may be one, a line as thin and as high as the frame is the divider behind a printed currency sign:
 * writing begins right of it. Any other upright line inside the frame is a stroke of the pen.
 */
final class FrameLocator {

    /** Code of a framed field whose frame was not found where the form has it. */
    static final String FRAME_NOT_FOUND = "FRAME_NOT_FOUND";
    private static final double BASE_SEARCH_MM = 1.5;
    private static final double EDGE_FLOOR = 0.5;
    private static final double AS_CLEAR = 0.85;
    private static final double DIVIDER_FLOOR = 0.9;
    /** How much thicker than the frame's own lines a divider may be, as a factor and in pixels. */
    private static final double AS_THICK = 1.3;
    private static final double ROUGH = 1.5;
    /** Greatest width of a currency sign, as a share of the room before the divider. */
    private static final double SIGN = 0.7;

    private final Ink ink;
    private final Patch patch;
    private final Place.Free place;
    private final double search;

    FrameLocator(Ink ink, Patch patch, Place.Free place, double tolerance) {
        this.ink = ink;
        this.patch = patch;
        this.place = place;
        search = (BASE_SEARCH_MM + tolerance) * patch.scale();
    }

    /**
     * What was found.
     *
     * @param zone   where people write
     * @param cutOff whether more than a currency sign stands before the divider
     */
    record Frame(Zone zone, boolean cutOff) {
    }

    /** Finds the frame and erases its lines from the ink. */
    Frame dropOut() {
        Area area = place.area();
        double left = patch.x(area.x());
        double right = patch.x(area.right());
        double top = patch.y(area.y());
        double bottom = patch.y(area.bottom());
        Profile rows = Profile.ofRows(ink, left + search, right - search);
        double upper = edge(rows, top);
        double lower = edge(rows, bottom);
        Profile columns = Profile.ofColumns(ink, or(upper, top) + 2, or(lower, bottom) - 2);
        double first = outermost(columns, left, -1);
        double last = outermost(columns, right, 1);
        int edges = found(upper) + found(lower) + found(first) + found(last);
        Zone zone = new Zone(or(first, left), or(upper, top), or(last, right), or(lower, bottom), edges);
        double divider = divider(rows, columns, zone);
        erase(rows, columns, zone, divider);
        Zone inner = new Zone(Math.max(zone.left(), divider), zone.top(), zone.right(), zone.bottom(), edges);
        return new Frame(inner, divider > zone.left() && isMoreThanSign(zone, divider));
    }

    private double edge(Profile profile, double expected) {
        double peak = profile.peak(expected, search, EDGE_FLOOR);
        return profile.near(peak, 1) >= EDGE_FLOOR ? peak : Double.NaN;
    }

    /** Returns the edge farthest out of those that are about as clear as the clearest: a tall stroke stands within its frame. */
    private double outermost(Profile columns, double expected, int outwards) {
        double clearest = edge(columns, expected);
        if (Double.isNaN(clearest)) {
            return clearest;
        }
        double floor = AS_CLEAR * columns.near(clearest, 1);
        double end = expected + outwards * search;
        return IntStream.iterate((int) Math.round(end), x -> outwards * (x - clearest) > 0, x -> x - outwards)
            .filter(x -> columns.get(x) >= floor && columns.get(x + outwards) < columns.get(x)).mapToDouble(x -> columns.peak(x, 1, floor))
            .findFirst().orElse(clearest);
    }

    private static double or(double found, double expected) {
        return Double.isNaN(found) ? expected : found;
    }

    private static int found(double edge) {
        return Double.isNaN(edge) ? 0 : 1;
    }

    private double divider(Profile rows, Profile columns, Zone zone) {
        double divider = Double.NEGATIVE_INFINITY;
        double limit = zone.left() + place.sign() * patch.scale();
        double thickest = AS_THICK * Math.max(rows.thickness(zone.top()), rows.thickness(zone.bottom())) + ROUGH;
        for (int x = (int) (zone.left() + patch.scale()); x < limit; x++) {
            if (columns.get(x) > DIVIDER_FLOOR && columns.thickness(x) <= thickest && endsAtFrame(x, zone)) {
                divider = x;
            }
        }
        return divider;
    }

    /** Returns whether a line reaches the frame above and below and does not go on beyond it, as a stroke may. */
    private boolean endsAtFrame(int x, Zone zone) {
        int beyond = (int) Math.round(patch.scale());
        return !isInked(x, (int) zone.top() - beyond) && !isInked(x, (int) zone.bottom() + beyond);
    }

    private boolean isInked(int x, int y) {
        return y >= 0 && y < ink.height() && ink.mask()[y * ink.width() + x] != 0;
    }

    /** Returns whether what stands before the divider is wider than one sign: a number may begin there. */
    private boolean isMoreThanSign(Zone zone, double divider) {
        double edge = patch.scale();
        Profile columns = Profile.ofColumns(ink, zone.top() + edge, zone.bottom() - edge);
        int from = (int) (zone.left() + edge);
        int to = (int) (divider - edge);
        int[] inked = IntStream.range(from, to).filter(x -> columns.get(x) > 0).toArray();
        return inked.length > 0 && inked[inked.length - 1] - inked[0] > SIGN * (to - from);
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
