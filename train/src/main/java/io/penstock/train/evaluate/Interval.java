package io.penstock.train.evaluate;

/**
 * Where a share truly lies, at 95 % confidence.
 *
 * @param low  lower end, 0 to 1
 * @param high upper end, 0 to 1
 */
public record Interval(double low, double high) {

    private static final double Z = 1.959964;

    /** Returns Wilson's score interval of a share that was seen {@code hits} times in {@code count}, at least one. */
    public static Interval wilson(int hits, int count) {
        double share = hits / (double) count;
        double square = Z * Z / count;
        double middle = (share + square / 2) / (1 + square);
        double half = Z / (1 + square) * Math.sqrt(share * (1 - share) / count + square / (4 * count));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
