package io.penstock.segment.ink;

import io.penstock.segment.image.MatScope;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * The ink of one character candidate: which pixels of a patch belong to it.
 *
 * @param x      left edge in the patch
 * @param y      top edge
 * @param width  width, more than 0
 * @param height height, more than 0
 * @param mask   1 where a pixel belongs to it, row by row
 * @param area   how many do
 */
public record Shape(int x, int y, int width, int height, byte[] mask, int area) {

    /**
     * Collects the pixels inside a window for which {@code belongs} gives a non-zero answer, and shrinks the window to them.
     *
     * @param stride  width of the patch
     * @param belongs index of a pixel in the patch to 0 or not
     * @return the shape, or null where no pixel belongs
     */
    public static Shape collect(int left, int top, int right, int bottom, int stride, IntUnaryOperator belongs) {
        int minX = Integer.MAX_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxX = -1;
        int maxY = -1;
        int area = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (belongs.applyAsInt(y * stride + x) != 0) {
                    minX = Math.min(minX, x);
                    maxX = Math.max(maxX, x);
                    minY = Math.min(minY, y);
                    maxY = Math.max(maxY, y);
                    area++;
                }
            }
        }
        if (area == 0) {
            return null;
        }
        int width = maxX - minX + 1;
        int height = maxY - minY + 1;
        byte[] mask = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                mask[y * width + x] = (byte) (belongs.applyAsInt((y + minY) * stride + x + minX) != 0 ? 1 : 0);
            }
        }
        return new Shape(minX, minY, width, height, mask, area);
    }

    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    /** Sets to 1 those pixels of a patch of this width that belong to it. */
    public void mark(byte[] pixels, int stride) {
        for (int i = 0; i < mask.length; i++) {
            pixels[(y + i / width) * stride + x + i % width] |= mask[i];
        }
    }

    /** Returns the mean width of the strokes in pixels: twice the area by the length of the outline. */
    public double strokeWidth() {
        int outline = 0;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                if (mask[row * width + column] != 0 && (paper(column - 1, row) || paper(column + 1, row) || paper(column, row - 1)
                    || paper(column, row + 1))) {
                    outline++;
                }
            }
        }
        return outline == 0 ? 0 : 2.0 * area / outline;
    }

    /**
     * How far ink lies from its centre: the roots of the mean squares along its principal axis and across it.
     *
     * @param along  pixels
     * @param across pixels, at most {@code along}
     */
    public record Spread(double along, double across) {
    }

    /** Returns how far the ink lies from its centre. */
    public Spread spread() {
        double[] sums = new double[5];
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] != 0) {
                double column = i % width;
                int row = i / width;
                sums[0] += column;
                sums[1] += row;
                sums[2] += column * column;
                sums[3] += row * row;
                sums[4] += column * row;
            }
        }
        double columns = sums[2] / area - Math.pow(sums[0] / area, 2);
        double rows = sums[3] / area - Math.pow(sums[1] / area, 2);
        double both = sums[4] / area - sums[0] * sums[1] / area / area;
        double mean = (columns + rows) / 2;
        double apart = Math.hypot((columns - rows) / 2, both);
        return new Spread(Math.sqrt(mean + apart), Math.sqrt(Math.max(0, mean - apart)));
    }

    private boolean paper(int column, int row) {
        return !isInk(column, row);
    }

    /** Returns whether there is ink at a place in the window; outside there is none. */
    boolean isInk(int column, int row) {
        return column >= 0 && row >= 0 && column < width && row < height && mask[row * width + column] != 0;
    }

    /** Returns how many pieces of paper of at least this many pixels the ink encloses. */
    public int loops(double least) {
        try (MatScope mats = new MatScope()) {
            Mat paper = mats.own(new Mat(height + 2, width + 2, CvType.CV_8U, new Scalar(1)));
            Mat inner = mats.own(paper.submat(1, height + 1, 1, width + 1));
            byte[] inverse = new byte[mask.length];
            for (int i = 0; i < mask.length; i++) {
                inverse[i] = (byte) (1 - mask[i]);
            }
            inner.put(0, 0, inverse);
            Mat stats = mats.mat();
            int count = Imgproc.connectedComponentsWithStats(paper, mats.mat(), stats, mats.mat(), 4, CvType.CV_32S);
            int around = 1;
            return (int) IntStream.range(1, count).filter(i -> stats.get(i, Imgproc.CC_STAT_AREA)[0] >= least).count() - around;
        }
    }
}
