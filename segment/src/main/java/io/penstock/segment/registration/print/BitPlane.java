package io.penstock.segment.registration.print;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A mask with one bit a pixel, row by row; what lies outside it is not set.
 *
 * <p>64 pixels are handled at once, and a whole page's mask stays in the processor's cache. Rows begin at a word; the bits behind a row's
 * end are never set. There is always a word behind the last pixel, so that the end of a stretch needs no care.
 */
public final class BitPlane {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Gathers the lowest bits of eight bytes in the highest byte. */
    private static final long GATHER = 0x0102040810204080L;

    private final int width;
    private final int height;
    private final int stride;
    private final long[] words;

    /** Creates an empty mask. */
    BitPlane(int width, int height) {
        this(width, height, new long[((width >> 6) + 1) * height]);
    }

    private BitPlane(int width, int height, long[] words) {
        this.width = width;
        this.height = height;
        this.stride = (width >> 6) + 1;
        this.words = words;
    }

    /** Takes a mask of bytes, 0 or 1, row by row. */
    static BitPlane of(byte[] mask, int width, int height) {
        BitPlane plane = new BitPlane(width, height);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int to = y * plane.stride;
            int x = 0;
            for (; x + 8 <= width; x += 8) {
                plane.words[to + (x >> 6)] |= ((long) LONGS.get(mask, row + x) * GATHER >>> 56) << x;
            }
            for (; x < width; x++) {
                plane.words[to + (x >> 6)] |= (long) mask[row + x] << x;
            }
        }
        return plane;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Returns the number of words of a row. */
    int stride() {
        return stride;
    }

    /** Returns 64 pixels of a row, the first in the lowest bit. */
    long word(int y, int index) {
        return words[y * stride + index];
    }

    /** Sets 64 pixels of a row; none of them may lie behind its end. */
    void word(int y, int index, long pixels) {
        words[y * stride + index] = pixels;
    }

    boolean get(int x, int y) {
        return (words[y * stride + (x >> 6)] >>> x & 1) != 0;
    }

    void clear(int x, int y) {
        words[y * stride + (x >> 6)] &= ~(1L << x);
    }

    /** Returns the first place from {@code x} on in a row that is set, or the row's length. */
    public int nextSet(int y, int x) {
        if (x >= width) {
            return width;
        }
        int at = y * stride + (x >> 6);
        int end = (y + 1) * stride;
        long word = words[at] & -1L << x;
        while (word == 0 && ++at < end) {
            word = words[at];
        }
        return word == 0 ? width : (at - y * stride << 6) + Long.numberOfTrailingZeros(word);
    }

    /** Returns the first place from {@code x} on in a row that is not set, or the row's length. */
    int nextClear(int y, int x) {
        int at = y * stride + (x >> 6);
        long word = ~words[at] & -1L << x;
        while (word == 0) {
            word = ~words[++at];
        }
        return Math.min(width, (at - y * stride << 6) + Long.numberOfTrailingZeros(word));
    }

    /** Unsets a stretch of a row. */
    void clear(int y, int from, int to) {
        for (int x = Math.max(0, from); x < Math.min(width, to);) {
            int end = Math.min(Math.min(width, to), (x | 63) + 1);
            words[y * stride + (x >> 6)] &= ~((end - x == 64 ? -1L : (1L << end - x) - 1) << x);
            x = end;
        }
    }

    /** Returns a copy. */
    BitPlane copy() {
        return new BitPlane(width, height, words.clone());
    }

    /** Returns how many pixels are set. */
    int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** Returns what is set here and not in another mask of this size. */
    BitPlane without(BitPlane other) {
        long[] result = new long[words.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = words[i] & ~other.words[i];
        }
        return new BitPlane(width, height, result);
    }

    /** Returns what is set where the pixel above (or on the left) is not, the first row (or column) left out. */
    BitPlane edges(boolean upper) {
        long[] result = new long[words.length];
        for (int i = stride; upper && i < result.length; i++) {
            result[i] = words[i] & ~words[i - stride];
        }
        for (int i = 0; !upper && i < result.length; i++) {
            boolean first = i % stride == 0;
            result[i] = words[i] & ~(words[i] << 1 | (first ? 1 : words[i - 1] >>> 63));
        }
        return new BitPlane(width, height, result);
    }

    /** Returns the dilation by a rectangle that reaches this far to either side, down and up. */
    BitPlane dilated(int across, int down) {
        BitPlane plane = this;
        for (int reach = 0; reach < down;) {
            int step = Math.min(2 * reach + 1, down - reach);
            plane = plane.joinedWithRows(step);
            reach += step;
        }
        for (int reach = 0; reach < across;) {
            int step = Math.min(2 * reach + 1, across - reach);
            plane = plane.joinedWithColumns(step);
            reach += step;
        }
        return plane;
    }

    private BitPlane joinedWithRows(int step) {
        long[] result = words.clone();
        int offset = step * stride;
        for (int i = offset; i < result.length; i++) {
            result[i] |= words[i - offset];
        }
        for (int i = offset; i < result.length; i++) {
            result[i - offset] |= words[i];
        }
        return new BitPlane(width, height, result);
    }

    /** {@code step} is less than 64. */
    private BitPlane joinedWithColumns(int step) {
        long[] result = new long[words.length];
        for (int y = 0; y < height; y++) {
            long before = 0;
            int from = y * stride;
            for (int i = from; i < from + stride; i++) {
                long here = words[i];
                long next = i + 1 < from + stride ? words[i + 1] : 0;
                result[i] = here | here << step | before >>> -step | here >>> step | next << -step;
                before = here;
            }
            result[from + stride - 1] &= lastPixels();
        }
        return new BitPlane(width, height, result);
    }

    private long lastPixels() {
        return (1L << width) - 1;
    }

    /** Returns the erosion by a rectangle that reaches this far; what lies outside the mask does not erode it. */
    BitPlane eroded(int across, int down) {
        return complement().dilated(across, down).complement();
    }

    private BitPlane complement() {
        long[] result = new long[words.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = ~words[i];
        }
        for (int i = stride - 1; i < result.length; i += stride) {
            result[i] &= lastPixels();
        }
        return new BitPlane(width, height, result);
    }

    /** Returns what a rectangle that reaches this far covers where it fits in. */
    BitPlane opened(int across, int down) {
        return eroded(across, down).dilated(across, down);
    }

    /** Returns the mask with gaps filled into which such a rectangle does not fit. */
    BitPlane closed(int across, int down) {
        return dilated(across, down).eroded(across, down);
    }

    /** Returns the mask with rows for columns. */
    BitPlane transposed() {
        BitPlane result = new BitPlane(height, width);
        long[] block = new long[64];
        for (int top = 0; top < height; top += 64) {
            for (int index = 0; index << 6 < width; index++) {
                for (int i = 0; i < 64; i++) {
                    block[i] = top + i < height ? words[(top + i) * stride + index] : 0;
                }
                transpose(block);
                for (int i = 0; i < Math.min(64, width - (index << 6)); i++) {
                    result.words[((index << 6) + i) * result.stride + (top >> 6)] = block[i];
                }
            }
        }
        return result;
    }

    /** Swaps halves, quarters and so on of a block (Warren, "Hacker's Delight", 2002). */
    private static void transpose(long[] block) {
        long mask = 0x00000000FFFFFFFFL;
        for (int size = 32; size > 0; size >>= 1, mask ^= mask << size) {
            for (int i = 0; i < 64; i = (i + size + 1) & ~size) {
                long swap = (block[i] >>> size ^ block[i + size]) & mask;
                block[i] ^= swap << size;
                block[i + size] ^= swap;
            }
        }
    }
}
