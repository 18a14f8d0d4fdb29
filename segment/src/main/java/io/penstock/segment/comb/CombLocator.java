package io.penstock.segment.comb;

import io.penstock.segment.form.Comb;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Lines;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.Profile;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Finds the exact place of a comb's printed lattice in a patch, near where registration expects it. */
final class CombLocator {

    private static final double BASE_SEARCH_MM = 1.2;
    private static final double LINE_SEARCH_MM = 0.35;
    private static final double LINE_FLOOR = 0.3;
    private static final double HEAVY = 1.3;
    private static final double SOLID = 0.8;
    private static final double HEAVY_PIXELS = 2.5;

    private final Ink ink;
    private final Patch patch;

    CombLocator(Ink ink, Patch patch) {
        this.ink = ink;
        this.patch = patch;
    }

    /** Returns the lines of a comb; {@code tolerance} millimetres are added to the search. */
    Lines locate(Comb comb, double tolerance) {
        double search = (BASE_SEARCH_MM + tolerance) * patch.scale();
        double left = patch.x(comb.area().x());
        double right = patch.x(comb.area().right());
        double top = patch.y(comb.area().y());
        double bottom = patch.y(comb.area().bottom());
        Profile rows = Profile.ofRows(ink, left + 1, right - 1);
        double[] upperAndLower = fit(rows, new double[] {top, bottom}, search);
        Profile columns = Profile.ofColumns(ink, upperAndLower[0] + 1, upperAndLower[1] - 1);
        double[] expected = new double[comb.boxes() + 1];
        for (int i = 0; i <= comb.boxes(); i++) {
            expected[i] = left + i * (right - left) / comb.boxes();
        }
        double[] verticals = fit(columns, expected, search);
        double usual = (median(columns, verticals) + median(rows, upperAndLower)) / 2;
        double support = (support(columns, verticals) * verticals.length + support(rows, upperAndLower) * 2) / (verticals.length + 2);
        double[] thickness = DoubleStream.concat(Arrays.stream(verticals).map(x -> heavy(columns, x, usual)),
            Arrays.stream(upperAndLower).map(y -> heavy(rows, y, usual))).toArray();
        return new Lines(verticals, upperAndLower[0], upperAndLower[1], thickness, support);
    }

    /** Shifts and stretches the expected places together to where most print is, then moves each onto its own peak. */
    private double[] fit(Profile profile, double[] expected, double search) {
        double first = expected[0];
        double best = -1;
        double[] places = expected;
        for (double shift = -search; shift <= search; shift += 1) {
            for (double stretch = 0.97; stretch <= 1.0301; stretch += 0.005) {
                double sum = -0.02 * Math.abs(shift) / search - Math.abs(stretch - 1);
                for (double place : expected) {
                    sum += profile.near(first + shift + stretch * (place - first), 1);
                }
                if (sum > best) {
                    best = sum;
                    double s = shift;
                    double t = stretch;
                    places = Arrays.stream(expected).map(place -> first + s + t * (place - first)).toArray();
                }
            }
        }
        double reach = LINE_SEARCH_MM * patch.scale();
        return Arrays.stream(places).map(place -> profile.peak(place, reach, LINE_FLOOR)).toArray();
    }

    /** Returns a line's own thickness where it is solid print, clearly thicker than usual; writing beside a line is not solid. */
    private static double heavy(Profile profile, double place, double usual) {
        double solid = profile.thickness(place, SOLID);
        return solid >= HEAVY * usual && solid >= usual + HEAVY_PIXELS ? profile.thickness(place) : usual;
    }

    private static double median(Profile profile, double[] places) {
        double[] sorted = Arrays.stream(places).map(profile::thickness).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double support(Profile profile, double[] places) {
        return Arrays.stream(places).map(place -> Math.min(1, profile.near(place, 1) / 0.7)).average().orElse(0);
    }
}
