package io.penstock.segment.registration;

import io.penstock.segment.geometry.Homography;
import java.util.Arrays;

/**
 * Where print was found for places of a form: the rows of one least-squares problem for a projective map.
 *
 * <p>Places and pixels are taken relative to a centre and a scale, so that all eight unknowns are of one size.
 */
final class Offsets {

    private static final int UNKNOWNS = 8;
    private static final int[] OF_X = {0, 1, 2, 6, 7};
    private static final int[] OF_Y = {3, 4, 5, 6, 7};
    private static final int PASSES = 3;
    private static final int FEWEST = 4;
    private static final double SHAPE_PRIOR = 2e-4;
    private static final double SHIFT_PRIOR = 2e-6;
    private static final double PERSPECTIVE_PRIOR = 5e-3;
    private static final double FIRM = 1e6;

    private final Homography prior;
    private final Homography toUnit;
    private final Homography fromUnit;
    private final double unitPixels;
    private final double unitX;
    private final double unitY;
    private double[] x = new double[512];
    private double[] y = new double[512];
    private double[] found = new double[512];
    private double[] weight = new double[512];
    private boolean[] alongX = new boolean[512];
    private int count;

    /** Starts from a map of a form of this size, millimetres, to pixels. */
    Offsets(Homography prior, double width, double height) {
        double radius = Math.max(width, height) / 2;
        var centre = prior.map(width / 2, height / 2);
        double pixels = radius * prior.scaleAt(width / 2, height / 2);
        toUnit = Homography.scaleAndShift(1 / radius, 1 / radius, -width / 2 / radius, -height / 2 / radius);
        fromUnit = Homography.scaleAndShift(pixels, pixels, centre.x, centre.y);
        this.prior = fromUnit.inverse().after(prior.after(toUnit.inverse())).normalized();
        unitPixels = pixels;
        unitX = centre.x;
        unitY = centre.y;
    }

    /** Adds that a place of the form was found at an x (or at a y) of the page. */
    void add(double placeX, double placeY, boolean isX, double coordinate, double weighing) {
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
            found = Arrays.copyOf(found, 2 * count);
            weight = Arrays.copyOf(weight, 2 * count);
            alongX = Arrays.copyOf(alongX, 2 * count);
        }
        x[count] = toUnit.h()[0] * placeX + toUnit.h()[2];
        y[count] = toUnit.h()[4] * placeY + toUnit.h()[5];
        found[count] = (coordinate - (isX ? unitX : unitY)) / unitPixels;
        alongX[count] = isX;
        weight[count++] = weighing;
    }

    /**
     * Returns the map that brings places where they were found, with bisquare weights.
     *
     * @param closest spread of the offsets, in pixels, below which none counts as an outlier
     * @param bends   whether the map may change its perspective; it stays as it was otherwise
     */
    Homography solve(double closest, boolean bends) {
        double[] map = prior.h();
        for (int pass = 0; pass < PASSES && count >= FEWEST; pass++) {
            double spread = 3 * Math.max(spread(map), closest / unitPixels);
            double[][] a = new double[UNKNOWNS][UNKNOWNS + 1];
            double[] row = new double[OF_X.length];
            for (int i = 0; i < count; i++) {
                double error = error(map, i);
                double u = error / spread;
                if (Math.abs(u) < 1) {
                    fill(row, i);
                    accumulate(a, alongX[i] ? OF_X : OF_Y, row, weight[i] * (1 - u * u) * (1 - u * u), algebraic(i));
                }
            }
            map = changed(a, bends);
        }
        return fromUnit.after(new Homography(map).after(toUnit));
    }

    private void fill(double[] row, int i) {
        row[0] = x[i];
        row[1] = y[i];
        row[2] = 1;
        row[3] = -found[i] * x[i];
        row[4] = -found[i] * y[i];
    }

    /** Adds a row, of which only five unknowns are not 0, to the upper triangle. */
    private static void accumulate(double[][] a, int[] unknowns, double[] row, double weighing, double error) {
        for (int i = 0; i < unknowns.length; i++) {
            double weighed = weighing * row[i];
            double[] sums = a[unknowns[i]];
            for (int j = i; j < unknowns.length; j++) {
                sums[unknowns[j]] += weighed * row[j];
            }
            sums[UNKNOWNS] += weighed * error;
        }
    }

    private double[] changed(double[][] a, boolean bends) {
        for (int i = 0; i < UNKNOWNS; i++) {
            boolean shift = i == 2 || i == 5;
            double bending = bends ? PERSPECTIVE_PRIOR : FIRM;
            for (int j = 0; j < i; j++) {
                a[i][j] = a[j][i];
            }
            a[i][i] += count * (i >= 6 ? bending : shift ? SHIFT_PRIOR : SHAPE_PRIOR);
        }
        double[] change = LinearSystem.solve(a);
        double[] map = prior.h().clone();
        for (int i = 0; i < UNKNOWNS; i++) {
            map[i] += change[i];
        }
        return map;
    }

    /** Returns the error of the prior map that is linear in all unknowns: the distance, times the perspective's denominator. */
    private double algebraic(int i) {
        double[] h = prior.h();
        double denominator = h[6] * x[i] + h[7] * y[i] + 1;
        return error(h, i) * denominator;
    }

    private double error(double[] h, int i) {
        double denominator = h[6] * x[i] + h[7] * y[i] + 1;
        int at = alongX[i] ? 0 : 3;
        return found[i] - (h[at] * x[i] + h[at + 1] * y[i] + h[at + 2]) / denominator;
    }

    private double spread(double[] map) {
        double[] errors = new double[count];
        for (int i = 0; i < count; i++) {
            errors[i] = Math.abs(error(map, i));
        }
        return 1.4826 * select(errors, count / 2);
    }

    /** Returns the value that would be at a place if the values were sorted, and reorders them (Hoare's quickselect, 1961). */
    private static double select(double[] values, int place) {
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            double pivot = values[(from + to) >>> 1];
            int i = from;
            int j = to;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (place <= j) {
                to = j;
            } else if (place >= i) {
                from = i;
            } else {
                return values[place];
            }
        }
        return values[place];
    }
}
