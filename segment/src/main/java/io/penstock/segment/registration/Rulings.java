package io.penstock.segment.registration;

import io.penstock.segment.form.Line;
import io.penstock.segment.registration.print.PrintSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The lines of one direction seen from their side: where across them lines are and how much line there is.
 *
 * @param at     places across the lines, ascending on a form
 * @param length line at each place, in the unit of the places
 */
record Rulings(double[] at, double[] length) {

    private static final int MOST = 90;
    private static final double LEAST_SHARE = 0.9;
    private static final double SAME_PLACE_MM = 0.4;

    /** Returns the rulings of a form, millimetres. */
    static Rulings of(List<Line> lines, boolean horizontal) {
        TreeMap<Double, Double> places = new TreeMap<>();
        for (Line line : lines) {
            if (line.horizontal() == horizontal) {
                Double near = places.floorKey(line.at() + SAME_PLACE_MM);
                boolean same = near != null && near >= line.at() - SAME_PLACE_MM;
                places.merge(same ? near : line.at(), line.length(), Double::sum);
            }
        }
        return new Rulings(doubles(places.keySet()), doubles(places.values()));
    }

    /**
     * Returns the strongest rulings of a strip of a page, pixels: the peaks of the print's projection on one of its sides.
     *
     * @param from where the strip begins, along the lines
     * @param to   where it ends
     */
    static Rulings of(PrintSums sums, boolean rows, int shortest, int from, int to) {
        int[] profile = new int[sums.extent(rows)];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = sums.along(rows, i, from, to);
        }
        List<Double> at = new ArrayList<>();
        List<Double> length = new ArrayList<>();
        long[] strongest = strongest(profile, shortest);
        for (int i = strongest.length - 1; i >= 0 && at.size() < MOST; i--) {
            int peak = (int) strongest[i];
            int least = (int) Math.max(shortest, LEAST_SHARE * profile[peak]);
            if (profile[peak] >= shortest) {
                int low = peak;
                int high = peak;
                while (low > 0 && peak - low < 2 * PrintSums.TOLERANCE && profile[low - 1] >= least) {
                    low--;
                }
                while (high < profile.length - 1 && high - peak < 2 * PrintSums.TOLERANCE && profile[high + 1] >= least) {
                    high++;
                }
                at.add((low + high) / 2.0);
                length.add((double) profile[peak]);
                Arrays.fill(profile, Math.max(0, low - PrintSums.TOLERANCE), Math.min(profile.length, high + PrintSums.TOLERANCE + 1), 0);
            }
        }
        return new Rulings(doubles(at), doubles(length));
    }

    /** Returns the places of a profile with at least this much, each below how much in one number; ascending. */
    private static long[] strongest(int[] profile, int shortest) {
        return IntStream.range(0, profile.length).filter(i -> profile[i] >= shortest).mapToLong(i -> (long) profile[i] << Integer.SIZE | i)
            .sorted().toArray();
    }

    private static double[] doubles(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int count() {
        return at.length;
    }

    /** Returns the length of all lines. */
    double total() {
        return Arrays.stream(length).sum();
    }
}
