package io.penstock.segment.registration;

import java.util.Arrays;

/** Linear equations, as many as unknowns. */
final class LinearSystem {

    private static final double SINGULAR = 1e-12;

    private LinearSystem() {
    }

    /** Solves n rows of n coefficients and a right side by Gauss's elimination; changes {@code a}; all zeros where it is singular. */
    static double[] solve(double[][] a) {
        int n = a.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swap = a[column];
            a[column] = a[pivot];
            a[pivot] = swap;
            if (Math.abs(a[column][column]) < SINGULAR) {
                return new double[n];
            }
            eliminate(a, column);
        }
        double[][] solved = a;
        double[] unknowns = new double[n];
        Arrays.setAll(unknowns, i -> solved[i][n] / solved[i][i]);
        return unknowns;
    }

    private static void eliminate(double[][] a, int column) {
        for (int row = 0; row < a.length; row++) {
            if (row != column) {
                double factor = a[row][column] / a[column][column];
                for (int i = column; i <= a.length; i++) {
                    a[row][i] -= factor * a[column][i];
                }
            }
        }
    }
}
