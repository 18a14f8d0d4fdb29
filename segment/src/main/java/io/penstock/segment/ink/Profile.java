package io.penstock.segment.ink;

/** How much of each row or column of a patch is ink: shares from 0 to 1, blurred by one pixel. */
public final class Profile {

    private final double[] share;

    private Profile(double[] share) {
        this.share = share;
    }

    /** Returns the share of ink in each column between two rows. */
    public static Profile ofColumns(Ink ink, double top, double bottom) {
        int from = Math.max(0, (int) Math.round(top));
        int to = Math.min(ink.height(), (int) Math.round(bottom));
        double[] share = new double[ink.width()];
        for (int y = from; y < to; y++) {
            for (int x = 0; x < ink.width(); x++) {
                share[x] += ink.mask()[y * ink.width() + x];
            }
        }
        return normalized(share, to - from);
    }

    /** Returns the share of ink in each row between two columns. */
    public static Profile ofRows(Ink ink, double left, double right) {
        int from = Math.max(0, (int) Math.round(left));
        int to = Math.min(ink.width(), (int) Math.round(right));
        double[] share = new double[ink.height()];
        for (int y = 0; y < ink.height(); y++) {
            for (int x = from; x < to; x++) {
                share[y] += ink.mask()[y * ink.width() + x];
            }
        }
        return normalized(share, to - from);
    }

    private static Profile normalized(double[] sums, int count) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, count);
        }
        return new Profile(sums);
    }

    /** Returns the greatest share within {@code reach} pixels of a place. */
    public double near(double at, double reach) {
        double best = 0;
        for (int i = (int) Math.round(at - reach); i <= Math.round(at + reach); i++) {
            best = Math.max(best, get(i));
        }
        return best;
    }

    /** Returns the centre of the peak within {@code reach} pixels of a place, or the place itself where no share reaches {@code floor}. */
    public double peak(double at, double reach, double floor) {
        double best = floor;
        int place = -1;
        for (int i = (int) Math.round(at - reach); i <= Math.round(at + reach); i++) {
            double value = get(i) - 1e-3 * Math.abs(i - at) / Math.max(1, reach);
            if (value > best) {
                best = value;
                place = i;
            }
        }
        return place < 0 ? at : centre(place);
    }

    private double centre(int place) {
        double floor = 0.6 * get(place);
        int from = place;
        int to = place;
        while (get(from - 1) >= floor) {
            from--;
        }
        while (get(to + 1) >= floor) {
            to++;
        }
        return (from + to) / 2.0;
    }

    /** Returns how many pixels wide the peak around a place is. */
    public double thickness(double at) {
        return thickness(at, 0.5);
    }

    /** Returns how many pixels around a place have at least this share of its ink. */
    public double thickness(double at, double level) {
        int place = (int) Math.round(at);
        double floor = level * get(place);
        int width = 1;
        for (int i = place - 1; get(i) > floor && width < 12; i--) {
            width++;
        }
        for (int i = place + 1; get(i) > floor && width < 12; i++) {
            width++;
        }
        return width;
    }

    public double get(int i) {
        return i < 0 || i >= share.length ? 0 : share[i];
    }

    int length() {
        return share.length;
    }
}
