package io.penstock.segment.registration;

/** Three linear equations in three unknowns. */
final class LinearSystem {

    private LinearSystem() {
    }

    /** Solves three rows of three coefficients and a right side by Gauss's elimination; changes {@code a}. */
    static double[] solve3(double[][] a) {
        for (int column = 0; column < 3; column++) {
            int pivot = column;
            for (int row = column + 1; row < 3; row++) {
                if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swap = a[column];
            a[column] = a[pivot];
            a[pivot] = swap;
            if (Math.abs(a[column][column]) < 1e-12) {
                return new double[3];
            }
            for (int row = 0; row < 3; row++) {
                if (row != column) {
                    double factor = a[row][column] / a[column][column];
                    for (int i = column; i < 4; i++) {
                        a[row][i] -= factor * a[column][i];
                    }
                }
            }
        }
        return new double[] {a[0][3] / a[0][0], a[1][3] / a[1][1], a[2][3] / a[2][2]};
    }
}
