package io.penstock.segment.registration.print;

/** A mask with its sums along rows: how much of any stretch of a row is set, in constant time. */
final class BitSums {

    private final BitPlane plane;
    /** For each word, how many pixels of its row before it are set. */
    private final short[] before;

    /** Sums a mask of at most 32,767 columns, which is not to be changed from now on. */
    BitSums(BitPlane plane) {
        this.plane = plane;
        before = new short[plane.stride() * plane.height()];
        for (int y = 0; y < plane.height(); y++) {
            int sum = 0;
            for (int i = 0; i < plane.stride(); i++) {
                before[y * plane.stride() + i] = (short) sum;
                sum += Long.bitCount(plane.word(y, i));
            }
        }
    }

    /** Returns the number of rows. */
    int rows() {
        return plane.height();
    }

    /** Returns how many pixels of a stretch of a row are set; what lies outside is not. */
    int between(int row, int from, int to) {
        return row < 0 || row >= plane.height() ? 0 : upTo(row, to) - upTo(row, from);
    }

    private int upTo(int row, int x) {
        int end = Math.max(0, Math.min(plane.width(), x));
        return before[row * plane.stride() + (end >> 6)] + Long.bitCount(plane.word(row, end >> 6) & (1L << end) - 1);
    }
}
