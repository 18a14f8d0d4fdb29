package io.penstock.segment.ink;

import io.penstock.segment.image.MatScope;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The ink of a patch: how much darker than the paper around each pixel is, and which pixels are ink at all.
 *
 * <p>Kept on the heap: {@code depth} 0 to 255, {@code mask} 0 or 1, row by row.
 */
public final class Ink {

    private static final int MIN_DEPTH = 22;
    private static final int FAINTEST = 9;
    private static final double GRAIN = 2.5;
    private static final int MAX_THRESHOLD = 90;
    private static final double HALF = 0.5;

    private final int width;
    private final int height;
    private final byte[] depth;
    private final byte[] mask;

    private Ink(int width, int height, byte[] depth, byte[] mask) {
        this.width = width;
        this.height = height;
        this.depth = depth;
        this.mask = mask;
    }

    /** Finds the ink of a patch. */
    public static Ink of(Patch patch) {
        return of(patch, false);
    }

    /** Finds the ink of a patch, faint ink too where the paper is clean enough to tell it from the paper's grain. */
    public static Ink faint(Patch patch) {
        return of(patch, true);
    }

    private static Ink of(Patch patch, boolean faint) {
        try (MatScope mats = new MatScope()) {
            Mat paper = mats.mat();
            int reach = (int) (1.6 * patch.scale()) | 1;
            Mat element = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(reach, reach)));
            Imgproc.morphologyEx(patch.gray(), paper, Imgproc.MORPH_CLOSE, element, new Point(-1, -1), 1, Core.BORDER_REPLICATE);
            int smooth = Math.min(2 * reach + 1, 61);
            Imgproc.blur(paper, paper, new Size(smooth, smooth), new Point(-1, -1), Core.BORDER_REPLICATE);
            Mat depth = mats.mat();
            Core.subtract(paper, patch.gray(), depth);
            byte[] depths = new byte[depth.rows() * depth.cols()];
            depth.get(0, 0, depths);
            int threshold = threshold(depths, faint ? grain(depths) : MIN_DEPTH);
            byte[] mask = new byte[depths.length];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = (byte) ((depths[i] & 0xff) > threshold ? 1 : 0);
            }
            return new Ink(depth.cols(), depth.rows(), depths, mask);
        }
    }

    /** Otsu's threshold (1979) over the pixels that are darker than paper at all. */
    private static int threshold(byte[] depths, int least) {
        long[] histogram = histogram(depths);
        long total = 0;
        double sum = 0;
        for (int i = least / 2; i < 256; i++) {
            total += histogram[i];
            sum += (double) i * histogram[i];
        }
        long below = 0;
        double sumBelow = 0;
        double best = -1;
        int threshold = least;
        for (int i = least / 2; i < 255; i++) {
            below += histogram[i];
            sumBelow += (double) i * histogram[i];
            long above = total - below;
            if (below == 0 || above == 0) {
                continue;
            }
            double difference = sumBelow / below - (sum - sumBelow) / above;
            double between = (double) below * above * difference * difference;
            if (between > best) {
                best = between;
                threshold = i;
            }
        }
        return Math.max(least, Math.min(MAX_THRESHOLD, threshold));
    }

    /** Returns the least depth of ink on this paper: well above its median, most of a field being paper. */
    private static int grain(byte[] depths) {
        return (int) Math.max(FAINTEST, Math.min(MIN_DEPTH, GRAIN * median(histogram(depths), depths.length)));
    }

    private static long[] histogram(byte[] depths) {
        long[] histogram = new long[256];
        for (byte depth : depths) {
            histogram[depth & 0xff]++;
        }
        return histogram;
    }

    private static int median(long[] histogram, long total) {
        long seen = 0;
        int value = 0;
        while (value < 255 && (seen + histogram[value]) * 2 < total) {
            seen += histogram[value];
            value++;
        }
        return value;
    }

    /** Returns the least depth of ink on this paper. */
    int grain() {
        return grain(depth);
    }

    /** Returns the median depth of the pixels of a shape. */
    public int level(Shape shape) {
        long[] histogram = new long[256];
        for (int i = 0; i < shape.mask().length; i++) {
            int pixel = (shape.y() + i / shape.width()) * width + shape.x() + i % shape.width();
            histogram[depth[pixel] & 0xff] += shape.mask()[i];
        }
        return median(histogram, shape.area());
    }

    /** Returns the median depth of the pixels that are ink. */
    public int level() {
        long[] histogram = new long[256];
        long total = 0;
        for (int i = 0; i < mask.length; i++) {
            histogram[depth[i] & 0xff] += mask[i];
            total += mask[i];
        }
        return median(histogram, total);
    }

    /** Returns the ink with every pixel that is none now made paper and what is ink told anew: a dark line hides faint writing. */
    public Ink without(boolean[] erased) {
        byte[] depths = depth.clone();
        for (int i = 0; i < depths.length; i++) {
            depths[i] = erased[i] ? 0 : depths[i];
        }
        int threshold = threshold(depths, grain(depths));
        byte[] changed = new byte[depths.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = (byte) ((depths[i] & 0xff) > threshold ? 1 : 0);
        }
        return new Ink(width, height, depths, changed);
    }

    /** Returns the ink with what it held before and holds no more, and the faint edge of that, made paper. */
    public Ink cleaned(byte[] before) {
        byte[] depths = depth.clone();
        for (int i = 0; i < depths.length; i++) {
            if (before[i] != 0 && mask[i] == 0) {
                clear(depths, i - width);
                clear(depths, i);
                clear(depths, i + width);
            }
        }
        return new Ink(width, height, depths, mask);
    }

    /** Makes paper of a pixel and of its neighbours on either side that are not ink. */
    private void clear(byte[] depths, int middle) {
        for (int near = Math.max(0, middle - 1); near <= Math.min(depths.length - 1, middle + 1); near++) {
            depths[near] = mask[near] == 0 ? 0 : depths[near];
        }
    }

    /** Returns the ink sheared so that strokes that lean to the right by {@code slant} columns a row stand upright, wider by what leans. */
    public Ink upright(double slant) {
        int margin = margin(slant);
        int wide = width + 2 * margin;
        byte[] depths = new byte[wide * height];
        byte[] masks = new byte[wide * height];
        for (int y = 0; y < height; y++) {
            double shift = margin + slant * (y - height / 2.0);
            int first = (int) -Math.floor(-shift);
            for (int x = Math.max(0, first - 1); x < Math.min(wide, first + width); x++) {
                int left = x - first;
                double share = x - shift - left;
                int i = y * wide + x;
                depths[i] = (byte) ((1 - share) * depth(left, y) + share * depth(left + 1, y) + HALF);
                masks[i] = (byte) ((share <= HALF ? ink(left, y) : 0) | (share >= HALF ? ink(left + 1, y) : 0));
            }
        }
        return new Ink(wide, height, depths, masks);
    }

    /** Returns the same picture of which other pixels are ink. */
    public Ink masked(byte[] other) {
        return new Ink(width, height, depth, other);
    }

    /** Returns some columns side by side; a column that is not of this ink is paper. */
    public Ink columns(int[] columns) {
        byte[] depths = new byte[columns.length * height];
        byte[] masks = new byte[columns.length * height];
        for (int i = 0; i < depths.length; i++) {
            int x = columns[i % columns.length];
            depths[i] = (byte) depth(x, i / columns.length);
            masks[i] = (byte) ink(x, i / columns.length);
        }
        return new Ink(columns.length, height, depths, masks);
    }

    /** Returns this ink with another to its right, so many rows lower; as high as this one. */
    public Ink beside(Ink right, int lower) {
        int wide = width + right.width;
        byte[] depths = new byte[wide * height];
        byte[] masks = new byte[wide * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(depth, y * width, depths, y * wide, width);
            System.arraycopy(mask, y * width, masks, y * wide, width);
            int other = y - lower;
            if (other >= 0 && other < right.height) {
                System.arraycopy(right.depth, other * right.width, depths, y * wide + width, right.width);
                System.arraycopy(right.mask, other * right.width, masks, y * wide + width, right.width);
            }
        }
        return new Ink(wide, height, depths, masks);
    }

    /** Returns by how many columns {@link #upright} widens the ink on either side. */
    public int margin(double slant) {
        return (int) Math.ceil(Math.abs(slant) * height / 2);
    }

    private int depth(int x, int y) {
        return x < 0 || x >= width ? 0 : depth[y * width + x] & 0xff;
    }

    private int ink(int x, int y) {
        return x < 0 || x >= width ? 0 : mask[y * width + x];
    }

    /** Returns whether there is ink at a place; outside the patch there is none. */
    boolean isInk(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height && mask[y * width + x] != 0;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Returns how much darker than paper each pixel is; shared, not to be changed. */
    public byte[] depth() {
        return depth;
    }

    /** Returns the mask; shared, changed by dropout. */
    public byte[] mask() {
        return mask;
    }
}
