package io.penstock.segment.registration;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Prefix sums over a {@link PrintMap}: how much of any straight stretch is printed, in constant time, forgiving a shift sideways.
 *
 * <p>Columns that are {@link #step()} apart lie next to each other, so that a row of shifts is one run of memory.
 */
final class PrintSums {

    /** Pixels beyond the left and right edge of the page that may be asked about. */
    static final int MARGIN = 64;

    private static final VarHandle ENTRY = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private final int width;
    private final int height;
    private final int tolerance;
    private final int step;
    private final int rowBytes;
    private final int[] place;
    private final byte[] along;
    private final byte[] down;
    private final int[] blocks;

    /** Sums a map; a line counts up to {@code tolerance} pixels beside its place. */
    PrintSums(PrintMap map, int tolerance) {
        width = map.width();
        height = map.height();
        this.tolerance = tolerance;
        step = Math.max(2, (int) (1.6 * tolerance));
        int columns = (width + 2 * MARGIN) / step + 1;
        rowBytes = ShiftRow.ENTRY_BYTES * (columns * step + ShiftRow.SLACK);
        place = new int[width + 2 * MARGIN + 1];
        for (int i = 0; i < place.length; i++) {
            place[i] = ShiftRow.ENTRY_BYTES * (i % step * columns + i / step);
        }
        along = alongRows(spreadDown(map.lines(true)));
        down = downColumns(spreadAlong(map.lines(false)));
        blocks = integral(map.solid());
    }

    int tolerance() {
        return tolerance;
    }

    /** Returns how far apart the shifts of a row are, pixels: no line lies between two of them unseen. */
    int step() {
        return step;
    }

    /**
     * Adds how many pixels of a horizontal stretch are printed at each of a row of shifts; what lies outside the page is not.
     *
     * @param from left end at the first shift, not more than {@link #MARGIN} outside the page; nor {@code to} at the last one
     */
    void addHorizontal(ShiftRow row, int y, int from, int to) {
        if (y >= 0 && y < height) {
            int base = y * rowBytes;
            row.add(along, base + place[from + MARGIN], base + place[to + MARGIN], to - from);
        }
    }

    /** Returns how many pixels of a whole row are horizontal print. */
    int inRow(int y) {
        return y < 0 || y >= height ? 0 : Short.toUnsignedInt((short) ENTRY.get(along, y * rowBytes + place[width + MARGIN]));
    }

    /** Adds how many pixels of a vertical stretch, at {@code x} at the first shift, are printed at each of a row of shifts. */
    void addVertical(ShiftRow row, int x, int from, int to) {
        int column = place[x + MARGIN];
        row.add(down, clamp(from, height) * rowBytes + column, clamp(to, height) * rowBytes + column, to - from);
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
        int[] until = new int[width];
        for (int y = -tolerance; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (y + tolerance < height && mask[(y + tolerance) * width + x] != 0) {
                    until[x] = y + 2 * tolerance + 1;
                }
                if (y >= 0 && y < until[x]) {
                    spread[y * width + x] = 1;
                }
            }
        }
        return spread;
    }

    private byte[] spreadAlong(byte[] mask) {
        byte[] spread = new byte[mask.length];
        for (int y = 0; y < height; y++) {
            int until = 0;
            for (int x = -tolerance; x < width; x++) {
                if (x + tolerance < width && mask[y * width + x + tolerance] != 0) {
                    until = x + 2 * tolerance + 1;
                }
                if (x >= 0 && x < until) {
                    spread[y * width + x] = 1;
                }
            }
        }
        return spread;
    }

    private byte[] alongRows(byte[] mask) {
        byte[] sums = new byte[height * rowBytes];
        for (int y = 0; y < height; y++) {
            short sum = 0;
            for (int i = MARGIN; i < place.length; i++) {
                ENTRY.set(sums, y * rowBytes + place[i], sum);
                int x = i - MARGIN;
                sum += x < width ? mask[y * width + x] : 0;
            }
        }
        return sums;
    }

    private byte[] downColumns(byte[] mask) {
        byte[] sums = new byte[(height + 1) * rowBytes];
        for (int y = 0; y < height; y++) {
            System.arraycopy(sums, y * rowBytes, sums, (y + 1) * rowBytes, rowBytes);
            for (int x = 0; x < width; x++) {
                if (mask[y * width + x] != 0) {
                    int at = (y + 1) * rowBytes + place[x + MARGIN];
                    ENTRY.set(sums, at, (short) ((short) ENTRY.get(sums, at) + 1));
                }
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
