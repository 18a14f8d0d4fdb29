package io.penstock.segment.registration.print;

/**
 * Sums over a {@link PrintMap}: how much of any straight stretch is printed, in constant time, forgiving {@value #TOLERANCE} pixels
 * sideways.
 *
 * <p>Level lines are summed along rows and upright ones along columns, so that both ends of a stretch lie close together in memory: the
 * coarse search asks millions of times.
 */
public final class PrintSums {

    /** Pixels by which print may lie beside its place and still count. */
    public static final int TOLERANCE = 4;

    private final BitSums across;
    private final BitSums down;
    private final BitSums blocks;

    /** Sums masks of level lines, of upright lines and of blocks, all of one size. */
    PrintSums(BitPlane horizontal, BitPlane vertical, BitPlane solid) {
        across = new BitSums(horizontal.dilated(0, TOLERANCE));
        down = new BitSums(vertical.dilated(TOLERANCE, 0).transposed());
        blocks = new BitSums(solid);
    }

    /** Returns how many pixels of a stretch of a row (or column) of the page lie on level (or upright) print. */
    public int along(boolean row, int at, int from, int to) {
        return row ? horizontal(at, from, to) : vertical(at, from, to);
    }

    /** Returns the number of rows (or columns). */
    public int extent(boolean rows) {
        return rows ? across.rows() : down.rows();
    }

    /** Returns how many pixels of a horizontal stretch are printed; what lies outside the page is not. */
    public int horizontal(int y, int from, int to) {
        return across.between(y, from, to);
    }

    /** Returns how many pixels of a vertical stretch are printed; what lies outside the page is not. */
    public int vertical(int x, int from, int to) {
        return down.between(x, from, to);
    }

    /** Returns how many pixels of a rectangle are solid. */
    public int solid(int left, int top, int right, int bottom) {
        int sum = 0;
        for (int y = Math.max(0, top); y < Math.min(blocks.rows(), bottom); y++) {
            sum += blocks.between(y, left, right);
        }
        return sum;
    }
}
