package io.penstock.segment.field;

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
final class Ink {

    private static final int MIN_DEPTH = 22;
    private static final int MAX_THRESHOLD = 90;

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
    static Ink of(Patch patch) {
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
            int threshold = threshold(depths);
            byte[] mask = new byte[depths.length];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = (byte) ((depths[i] & 0xff) > threshold ? 1 : 0);
            }
            return new Ink(depth.cols(), depth.rows(), depths, mask);
        }
    }

    /** Otsu's threshold (1979) over the pixels that are darker than paper at all. */
    private static int threshold(byte[] depths) {
        long[] histogram = new long[256];
        for (byte depth : depths) {
            histogram[depth & 0xff]++;
        }
        long total = 0;
        double sum = 0;
        for (int i = MIN_DEPTH / 2; i < 256; i++) {
            total += histogram[i];
            sum += (double) i * histogram[i];
        }
        long below = 0;
        double sumBelow = 0;
        double best = -1;
        int threshold = MIN_DEPTH;
        for (int i = MIN_DEPTH / 2; i < 255; i++) {
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
        return Math.max(MIN_DEPTH, Math.min(MAX_THRESHOLD, threshold));
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Returns how much darker than paper each pixel is; shared, not to be changed. */
    byte[] depth() {
        return depth;
    }

    /** Returns the mask; shared, changed by dropout. */
    byte[] mask() {
        return mask;
    }
}
