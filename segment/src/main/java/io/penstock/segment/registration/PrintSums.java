package io.penstock.segment.registration;

/**
 * Prefix sums over a {@link PrintMap}: how much of any straight stretch is printed, in constant time, forgiving a shift sideways.
 */
final class PrintSums {

    private final int width;
    private final int height;
    private final int tolerance;
    private final int[] along;
    private final int[] down;
    private final int[] blocks;

    /** Sums a map; a line counts up to {@code tolerance} pixels beside its place. */
    PrintSums(PrintMap map, int tolerance) {
        width = map.width();
        height = map.height();
        this.tolerance = tolerance;
        along = alongRows(spreadDown(map.lines(true)));
        down = downColumns(spreadAlong(map.lines(false)));
        blocks = integral(map.solid());
    }

    int tolerance() {
        return tolerance;
    }

    /** Returns how many pixels of a horizontal stretch are printed; what lies outside the page is not. */
    int horizontal(int y, int from, int to) {
        if (y < 0 || y >= height) {
            return 0;
        }
        int row = y * (width + 1);
        return along[row + clamp(to, width)] - along[row + clamp(from, width)];
    }

    /** Returns how many pixels of a vertical stretch are printed. */
    int vertical(int x, int from, int to) {
        if (x < 0 || x >= width) {
            return 0;
        }
        return down[clamp(to, height) * width + x] - down[clamp(from, height) * width + x];
    }

    /** Returns how many pixels of a rectangle are solid. */
    int solid(int left, int top, int right, int bottom) {
        int x0 = clamp(left, width);
        int x1 = clamp(right, width);
        int y0 = clamp(top, height);
        int y1 = clamp(bottom, height);
        int stride = width + 1;
        return blocks[y1 * stride + x1] - blocks[y0 * stride + x1] - blocks[y1 * stride + x0] + blocks[y0 * stride + x0];
    }

    private static int clamp(int value, int limit) {
        return Math.max(0, Math.min(limit, value));
    }

    private byte[] spreadDown(byte[] mask) {
        byte[] spread = new byte[mask.length];
        for (int x = 0; x < width; x++) {
            int last = Integer.MIN_VALUE / 2;
            for (int y = 0; y < height + tolerance; y++) {
                if (y < height && mask[y * width + x] != 0) {
                    last = y;
                }
                int at = y - tolerance;
                if (at >= 0 && last >= at - tolerance) {
                    spread[at * width + x] = 1;
                }
            }
        }
        return spread;
    }

    private byte[] spreadAlong(byte[] mask) {
        byte[] spread = new byte[mask.length];
        for (int y = 0; y < height; y++) {
            int last = Integer.MIN_VALUE / 2;
            for (int x = 0; x < width + tolerance; x++) {
                if (x < width && mask[y * width + x] != 0) {
                    last = x;
                }
                int at = x - tolerance;
                if (at >= 0 && last >= at - tolerance) {
                    spread[y * width + at] = 1;
                }
            }
        }
        return spread;
    }

    private int[] alongRows(byte[] mask) {
        int[] sums = new int[height * (width + 1)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sums[y * (width + 1) + x + 1] = sums[y * (width + 1) + x] + mask[y * width + x];
            }
        }
        return sums;
    }

    private int[] downColumns(byte[] mask) {
        int[] sums = new int[(height + 1) * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sums[(y + 1) * width + x] = sums[y * width + x] + mask[y * width + x];
            }
        }
        return sums;
    }

    private int[] integral(byte[] mask) {
        int stride = width + 1;
        int[] sums = new int[(height + 1) * stride];
        for (int y = 0; y < height; y++) {
            int row = 0;
            for (int x = 0; x < width; x++) {
                row += mask[y * width + x];
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
            }
        }
        return sums;
    }
}
