package io.penstock.segment.registration;

import io.penstock.segment.image.MatScope;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Sums over a {@link PrintMap}: how much of any straight stretch is printed, in constant time, forgiving {@value #TOLERANCE} pixels
 * sideways.
 *
 * <p>Lines are summed along rows and, transposed, along columns, as 16-bit numbers, so that both ends of a stretch lie close together in
 * memory: the coarse search asks millions of times. Blocks have a summed-area table (Crow 1984).
 */
final class PrintSums {

    /** Pixels by which print may lie beside its place and still count. */
    static final int TOLERANCE = 4;

    private final int width;
    private final int height;
    private final short[] across;
    private final short[] down;
    private final int[] blocks;

    private PrintSums(int width, int height, short[] across, short[] down, int[] blocks) {
        this.width = width;
        this.height = height;
        this.across = across;
        this.down = down;
        this.blocks = blocks;
    }

    /** Sums masks of 0 and 1 of one size. */
    static PrintSums of(Mat horizontal, Mat vertical, Mat solid) {
        try (MatScope mats = new MatScope()) {
            Mat level = spread(mats, horizontal, new Size(1, 2 * TOLERANCE + 1));
            Mat upright = mats.mat();
            Core.transpose(spread(mats, vertical, new Size(2 * TOLERANCE + 1, 1)), upright);
            return new PrintSums(solid.cols(), solid.rows(), alongRows(level), alongRows(upright), integral(mats, solid));
        }
    }

    private static Mat spread(MatScope mats, Mat mask, Size size) {
        Mat spread = mats.mat();
        Imgproc.dilate(mask, spread, mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, size)));
        return spread;
    }

    private static short[] alongRows(Mat mask) {
        int width = mask.cols();
        int height = mask.rows();
        byte[] pixels = new byte[width * height];
        mask.get(0, 0, pixels);
        short[] sums = new short[(width + 1) * height];
        for (int y = 0; y < height; y++) {
            int sum = 0;
            int to = y * (width + 1) + 1;
            for (int x = 0; x < width; x++) {
                sum += pixels[y * width + x];
                sums[to + x] = (short) sum;
            }
        }
        return sums;
    }

    private static int[] integral(MatScope mats, Mat mask) {
        Mat sum = mats.mat();
        Imgproc.integral(mask, sum);
        int[] sums = new int[sum.rows() * sum.cols()];
        sum.get(0, 0, sums);
        return sums;
    }

    /** Returns how many pixels of a stretch of a row (or column) of the page lie on level (or upright) print. */
    int along(boolean row, int at, int from, int to) {
        return row ? horizontal(at, from, to) : vertical(at, from, to);
    }

    /** Returns the number of rows (or columns). */
    int extent(boolean rows) {
        return rows ? height : width;
    }

    /** Returns how many pixels of a horizontal stretch are printed; what lies outside the page is not. */
    int horizontal(int y, int from, int to) {
        return y < 0 || y >= height ? 0 : between(across, y, width, from, to);
    }

    /** Returns how many pixels of a vertical stretch are printed; what lies outside the page is not. */
    int vertical(int x, int from, int to) {
        return x < 0 || x >= width ? 0 : between(down, x, height, from, to);
    }

    /** Returns how many pixels of a rectangle are solid. */
    int solid(int left, int top, int right, int bottom) {
        int x0 = clamp(left, width);
        int x1 = clamp(right, width);
        int y0 = clamp(top, height) * (width + 1);
        int y1 = clamp(bottom, height) * (width + 1);
        return blocks[y1 + x1] - blocks[y0 + x1] - blocks[y1 + x0] + blocks[y0 + x0];
    }

    private static int between(short[] sums, int line, int length, int from, int to) {
        int start = line * (length + 1);
        return sums[start + clamp(to, length)] - sums[start + clamp(from, length)];
    }

    private static int clamp(int value, int limit) {
        return Math.max(0, Math.min(limit, value));
    }
}
