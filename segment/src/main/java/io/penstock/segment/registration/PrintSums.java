package io.penstock.segment.registration;

import io.penstock.segment.image.MatScope;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Sums over a {@link PrintMap} (summed-area tables, Crow 1984): how much of any straight stretch is printed, in constant time, forgiving
 * {@value #TOLERANCE} pixels sideways.
 */
final class PrintSums {

    /** Pixels by which print may lie beside its place and still count. */
    static final int TOLERANCE = 4;

    private final int width;
    private final int height;
    private final int[] across;
    private final int[] down;
    private final int[] blocks;

    private PrintSums(int width, int height, int[] across, int[] down, int[] blocks) {
        this.width = width;
        this.height = height;
        this.across = across;
        this.down = down;
        this.blocks = blocks;
    }

    /** Sums masks of 0 and 1 of one size. */
    static PrintSums of(Mat horizontal, Mat vertical, Mat solid) {
        return new PrintSums(solid.cols(), solid.rows(), integral(horizontal, new Size(1, 2 * TOLERANCE + 1)),
            integral(vertical, new Size(2 * TOLERANCE + 1, 1)), integral(solid, new Size(1, 1)));
    }

    private static int[] integral(Mat mask, Size spread) {
        try (MatScope mats = new MatScope()) {
            Mat spreadOut = mask;
            if (spread.area() > 1) {
                spreadOut = mats.mat();
                Imgproc.dilate(mask, spreadOut, mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, spread)));
            }
            Mat sum = mats.mat();
            Imgproc.integral(spreadOut, sum);
            int[] sums = new int[sum.rows() * sum.cols()];
            sum.get(0, 0, sums);
            return sums;
        }
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
        return y < 0 || y >= height ? 0 : sum(across, from, y, to, y + 1);
    }

    /** Returns how many pixels of a vertical stretch are printed; what lies outside the page is not. */
    int vertical(int x, int from, int to) {
        return x < 0 || x >= width ? 0 : sum(down, x, from, x + 1, to);
    }

    /** Returns how many pixels of a rectangle are solid. */
    int solid(int left, int top, int right, int bottom) {
        return sum(blocks, left, top, right, bottom);
    }

    private int sum(int[] sums, int left, int top, int right, int bottom) {
        int x0 = clamp(left, width);
        int x1 = clamp(right, width);
        int y0 = clamp(top, height) * (width + 1);
        int y1 = clamp(bottom, height) * (width + 1);
        return sums[y1 + x1] - sums[y0 + x1] - sums[y1 + x0] + sums[y0 + x0];
    }

    private static int clamp(int value, int limit) {
        return Math.max(0, Math.min(limit, value));
    }
}
