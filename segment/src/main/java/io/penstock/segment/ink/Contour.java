package io.penstock.segment.ink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The upper and lower edge of connected ink, column by column: where it is notched from above and from below, digits touch.
 *
 * @param upper first row of ink in each column
 * @param lower last row of ink in each column
 * @param reach columns within which both sides of a notch must rise
 */
record Contour(int[] upper, int[] lower, int reach) {

    /** Takes a piece's ink, row by row. */
    static Contour of(boolean[] ink, int width, int height, int reach) {
        int[] upper = new int[width];
        int[] lower = new int[width];
        for (int x = 0; x < width; x++) {
            int top = 0;
            int bottom = height - 1;
            while (top < height - 1 && !ink[top * width + x]) {
                top++;
            }
            while (bottom > top && !ink[bottom * width + x]) {
                bottom--;
            }
            upper[x] = top;
            lower[x] = bottom;
        }
        return new Contour(upper, lower, reach);
    }

    /** Returns how deep the notch from above is at a column, pixels. */
    int valley(int x) {
        return Math.max(0, Math.min(upper[x] - highest(x, -1), upper[x] - highest(x, 1)));
    }

    /** Returns how deep the notch from below is at a column, pixels. */
    int hill(int x) {
        return Math.max(0, Math.min(lowest(x, -1) - lower[x], lowest(x, 1) - lower[x]));
    }

    /** Returns the columns where notches from above are deepest, at least {@code least} pixels. */
    List<Integer> valleys(int least) {
        return peaks(IntStream.range(0, upper.length).map(this::valley).toArray(), least);
    }

    /** Returns the columns where notches from below are deepest, at least {@code least} pixels. */
    List<Integer> hills(int least) {
        return peaks(IntStream.range(0, lower.length).map(this::hill).toArray(), least);
    }

    private static List<Integer> peaks(int[] depth, int least) {
        List<Integer> peaks = new ArrayList<>();
        for (int x = 0; x < depth.length; x++) {
            int last = x;
            while (last + 1 < depth.length && depth[last + 1] == depth[x]) {
                last++;
            }
            boolean peak = (x == 0 || depth[x - 1] < depth[x]) && (last + 1 == depth.length || depth[last + 1] < depth[x]);
            if (peak && depth[x] >= least) {
                peaks.add((x + last) / 2);
            }
            x = last;
        }
        return peaks;
    }

    private int highest(int x, int step) {
        int highest = upper[x];
        for (int i = x; i >= 0 && i < upper.length && Math.abs(i - x) <= reach; i += step) {
            highest = Math.min(highest, upper[i]);
        }
        return highest;
    }

    private int lowest(int x, int step) {
        int lowest = lower[x];
        for (int i = x; i >= 0 && i < lower.length && Math.abs(i - x) <= reach; i += step) {
            lowest = Math.max(lowest, lower[i]);
        }
        return lowest;
    }
}
