package io.penstock.segment.registration;

import java.util.Arrays;

/** Where print was found, along one axis of the page, for places of a form: the rows of one least-squares problem. */
final class Offsets {

    private double[] x = new double[256];
    private double[] y = new double[256];
    private double[] found = new double[256];
    private double[] weight = new double[256];
    private int count;

    /** Adds that the place x, y of the form was found at a coordinate of the page. */
    void add(double placeX, double placeY, double coordinate, double weighing) {
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
            found = Arrays.copyOf(found, 2 * count);
            weight = Arrays.copyOf(weight, 2 * count);
        }
        x[count] = placeX;
        y[count] = placeY;
        found[count] = coordinate;
        weight[count++] = weighing;
    }

    /** Solves found = a·x + b·y + c with bisquare weights around the prior row; too few offsets leave a, b, or all as they were. */
    double[] solve(double[] prior, double scale) {
        if (count < 4) {
            return prior;
        }
        double[] row = prior;
        double ridge = 1e-3 * count;
        for (int pass = 0; pass < 3; pass++) {
            double spread = spread(row);
            double[][] a = new double[3][4];
            for (int i = 0; i < count; i++) {
                double u = error(row, i) / (3 * Math.max(spread, 0.05 * scale));
                if (Math.abs(u) < 1) {
                    add(a, i, weight[i] * (1 - u * u) * (1 - u * u), error(prior, i));
                }
            }
            a[1][0] = a[0][1];
            a[2][0] = a[0][2];
            a[2][1] = a[1][2];
            a[0][0] += ridge;
            a[1][1] += ridge;
            double[] change = LinearSystem.solve3(a);
            row = new double[] {prior[0] + change[0], prior[1] + change[1], prior[2] + change[2]};
        }
        return row;
    }

    private void add(double[][] a, int i, double weighing, double error) {
        double wx = weighing * x[i];
        double wy = weighing * y[i];
        a[0][0] += wx * x[i];
        a[0][1] += wx * y[i];
        a[0][2] += wx;
        a[0][3] += wx * error;
        a[1][1] += wy * y[i];
        a[1][2] += wy;
        a[1][3] += wy * error;
        a[2][2] += weighing;
        a[2][3] += weighing * error;
    }

    private double error(double[] row, int i) {
        return found[i] - (row[0] * x[i] + row[1] * y[i] + row[2]);
    }

    private double spread(double[] row) {
        double[] errors = new double[count];
        for (int i = 0; i < count; i++) {
            errors[i] = Math.abs(error(row, i));
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
