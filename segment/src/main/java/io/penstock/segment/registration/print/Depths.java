package io.penstock.segment.registration.print;

import io.penstock.segment.geometry.Homography;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Point;

/**
 * How much darker than the paper around it each pixel of a page is, and where that is ink.
 *
 * <p>Straightening draws only what there is ink around: most of a form is paper.
 */
final class Depths {

    private static final int CONTRAST = 18;
    private static final int FRACTION = 16;
    /** Places are taken to a 32nd of a pixel. */
    private static final int SUBPIXEL = 5;
    private static final int ONE = 1 << SUBPIXEL;
    private static final int HALF = 1 << FRACTION - SUBPIXEL - 1;
    /** Least sum of four weighed pixels that counts as ink: half a step above the contrast that does not. */
    private static final int LEAST = (int) ((CONTRAST + 0.5) * ONE * ONE);
    private static final int RUN = 64;

    private final int width;
    private final int height;
    private final byte[] depth;
    private final BitPlane ink;

    /** Takes depths, 8 bits. */
    Depths(Mat depths) {
        this(depths.cols(), depths.rows(), new byte[depths.cols() * depths.rows()], new BitPlane(depths.cols(), depths.rows()));
        depths.get(0, 0, depth);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x += RUN) {
                long pixels = 0;
                for (int i = 0; i < Math.min(RUN, width - x); i++) {
                    pixels |= (long) (CONTRAST - (depth[y * width + x + i] & 0xff) >>> 31) << i;
                }
                ink.word(y, x / RUN, pixels);
            }
        }
    }

    private Depths(int width, int height, byte[] depth, BitPlane ink) {
        this.width = width;
        this.height = height;
        this.depth = depth;
        this.ink = ink;
    }

    /** Returns how many pixels are ink outside of quadrangles. */
    int inkOutside(List<Quadrangle> covered) {
        BitPlane left = ink.copy();
        covered.forEach(quadrangle -> quadrangle.rows(width, height, left::clear));
        return left.count();
    }

    /** Returns this page with nothing on it inside of quadrangles. */
    Depths without(List<Quadrangle> covered) {
        Depths left = new Depths(width, height, depth.clone(), ink.copy());
        for (Quadrangle quadrangle : covered) {
            quadrangle.rows(width, height, left.ink::clear);
            quadrangle.rows(width, height, (y, from, to) -> Arrays.fill(left.depth, y * width + from, y * width + to, (byte) 0));
        }
        return left;
    }

    /** Returns which pixels are ink; not to be changed. */
    BitPlane ink() {
        return ink;
    }

    /** Returns the ink seen through a map of this page onto another of the same size, bilinearly. */
    BitPlane ink(Homography map) {
        Homography back = map.inverse();
        BitPlane seen = new BitPlane(width, height);
        for (int y = 0; y < height; y++) {
            Point start = back.map(0, y);
            for (int x = 0; x < width; x += RUN) {
                // along so short a run perspective does not change
                Point end = back.map(x + RUN, y);
                if (isInked(start, end)) {
                    seen.word(y, x / RUN, run(start, end, Math.min(RUN, width - x)));
                }
                start = end;
            }
        }
        return seen;
    }

    private boolean isInked(Point start, Point end) {
        int left = (int) Math.floor(Math.min(start.x, end.x));
        int right = (int) Math.floor(Math.max(start.x, end.x)) + 1;
        int top = (int) Math.max(0, Math.floor(Math.min(start.y, end.y)));
        int bottom = (int) Math.min(height - 1, Math.floor(Math.max(start.y, end.y)) + 1);
        for (int y = top; y <= bottom; y++) {
            if (ink.nextSet(y, Math.max(0, left)) <= Math.min(right, width - 1)) {
                return true;
            }
        }
        return false;
    }

    private long run(Point start, Point end, int count) {
        boolean inside = Math.min(start.x, end.x) >= 0 && Math.min(start.y, end.y) >= 0
            && Math.max(start.x, end.x) < width - 2 && Math.max(start.y, end.y) < height - 2;
        int x = fixed(start.x);
        int y = fixed(start.y);
        int stepX = fixed((end.x - start.x) / RUN);
        int stepY = fixed((end.y - start.y) / RUN);
        long pixels = 0;
        for (int i = 0; i < count; i++) {
            int column = x + HALF >> FRACTION - SUBPIXEL;
            int row = y + HALF >> FRACTION - SUBPIXEL;
            int sum = inside ? within(column, row) : anywhere(column, row);
            pixels |= (long) (LEAST - 1 - sum >>> 31) << i;
            x += stepX;
            y += stepY;
        }
        return pixels;
    }

    private static int fixed(double value) {
        return (int) Math.round(value * (1 << FRACTION));
    }

    private int within(int x, int y) {
        int at = (y >> SUBPIXEL) * width + (x >> SUBPIXEL);
        int right = x & ONE - 1;
        int below = y & ONE - 1;
        int upper = (depth[at] & 0xff) * (ONE - right) + (depth[at + 1] & 0xff) * right;
        int lower = (depth[at + width] & 0xff) * (ONE - right) + (depth[at + width + 1] & 0xff) * right;
        return upper * (ONE - below) + lower * below;
    }

    private int anywhere(int x, int y) {
        int column = x >> SUBPIXEL;
        int row = y >> SUBPIXEL;
        int right = x & ONE - 1;
        int below = y & ONE - 1;
        int upper = at(column, row) * (ONE - right) + at(column + 1, row) * right;
        int lower = at(column, row + 1) * (ONE - right) + at(column + 1, row + 1) * right;
        return upper * (ONE - below) + lower * below;
    }

    private int at(int column, int row) {
        return column < 0 || row < 0 || column >= width || row >= height ? 0 : depth[row * width + column] & 0xff;
    }
}
