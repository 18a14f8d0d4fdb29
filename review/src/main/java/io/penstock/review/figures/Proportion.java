package io.penstock.review.figures;

/**
 * A share that was counted, with Wilson's interval, in which the true share lies in 95 of 100 cases.
 *
 * @param count how many were looked at
 * @param share the share that was found, 0 to 1; 0 where none was looked at
 * @param low   lower end of the interval
 * @param high  upper end
 */
public record Proportion(long count, double share, double low, double high) {

    private static final double Z = 1.959964;

    /** Returns the share of {@code hits} among {@code count}. */
    public static Proportion of(long hits, long count) {
        if (count == 0) {
            return new Proportion(0, 0, 0, 1);
        }
        double share = (double) hits / count;
        double middle = (share + Z * Z / (2 * count)) / (1 + Z * Z / count);
        double half = Z / (1 + Z * Z / count) * Math.sqrt(share * (1 - share) / count + Z * Z / (4.0 * count * count));
        return new Proportion(count, share, hits == 0 ? 0 : Math.max(0, middle - half), hits == count ? 1 : Math.min(1, middle + half));
    }
}
