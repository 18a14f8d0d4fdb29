package io.penstock.segment.image;

import io.penstock.schema.Box;
import io.penstock.segment.geometry.Homography;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * A page as an upright grey image in native memory: 8 bits, 0 is black.
 *
 * <p>Scans finer than {@link #MAX_LONG_SIDE} pixels are halved until they fit: no pen stroke needs more.
 */
public final class PageImage implements AutoCloseable {

    /** Longest side that is kept, pixels: A3 at 360 dpi, A4 at 510. */
    public static final int MAX_LONG_SIDE = 5952;

    private static final int DARK = 90;

    static final double HALF = 0.5;
    /** Share of a page's pixels that are no brighter than its paper. */
    private static final double BRIGHT = 0.97;

    private final Mat gray;
    private final int reduction;
    /** Less than 0 until it is asked for. */
    private int paper = -1;

    private PageImage(Mat gray, int reduction) {
        this.gray = gray;
        this.reduction = reduction;
    }

    /**
     * Decodes an encoded image and turns it upright.
     *
     * @param encoded  PNG or JPEG bytes
     * @param rotation degrees clockwise to turn it by: 0, 90, 180 or 270
     * @return the page, or empty where OpenCV cannot decode the bytes
     */
    public static Optional<PageImage> decode(byte[] encoded, int rotation) {
        try (MatScope mats = new MatScope()) {
            Mat bytes = mats.own(new MatOfByte(encoded));
            Mat gray = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_GRAYSCALE | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
            if (gray.empty()) {
                gray.release();
                return Optional.empty();
            }
            int reduction = 1;
            while (Math.max(gray.rows(), gray.cols()) / reduction > MAX_LONG_SIDE) {
                reduction *= 2;
            }
            if (reduction > 1) {
                Imgproc.resize(gray, gray, new Size(gray.cols() / reduction, gray.rows() / reduction), 0, 0, Imgproc.INTER_AREA);
            }
            turn(gray, rotation);
            return Optional.of(new PageImage(gray, reduction));
        } catch (CvException e) {
            return Optional.empty();
        }
    }

    private static void turn(Mat gray, int rotation) {
        switch (Math.floorMod(rotation, 360)) {
            case 90 -> Core.rotate(gray, gray, Core.ROTATE_90_CLOCKWISE);
            case 180 -> Core.rotate(gray, gray, Core.ROTATE_180);
            case 270 -> Core.rotate(gray, gray, Core.ROTATE_90_COUNTERCLOCKWISE);
            default -> { }
        }
    }

    /** Returns what of this page a map shows in a picture of a size, with paper where the page ends; whoever asks closes it. */
    public PageImage seenAs(Homography map, Size size) {
        Mat seen = new Mat();
        Mat matrix = map.toMat();
        try {
            Imgproc.warpPerspective(gray, seen, matrix, size, Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, new Scalar(paper()));
            return new PageImage(seen, reduction);
        } finally {
            matrix.release();
        }
    }

    /** Returns the pixels; they stay this page's. */
    public Mat gray() {
        return gray;
    }

    /** Returns how many pixels of the scan make one of this image, along each axis: a power of two. */
    public int reduction() {
        return reduction;
    }

    /** Returns a box of this image in pixels of the upright scan. */
    public Box onScan(Box box) {
        return new Box(box.getX() * reduction, box.getY() * reduction, box.getWidth() * reduction, box.getHeight() * reduction);
    }

    /** Returns the whole page, reduced to at most {@code longSide} pixels, as PNG. */
    public byte[] thumbnail(int longSide) {
        try (MatScope mats = new MatScope()) {
            double scale = Math.min(1, (double) longSide / Math.max(width(), height()));
            Mat small = mats.mat();
            Size size = new Size(Math.max(1, Math.round(scale * width())), Math.max(1, Math.round(scale * height())));
            Imgproc.resize(gray, small, size, 0, 0, Imgproc.INTER_AREA);
            MatOfByte png = mats.own(new MatOfByte());
            Imgcodecs.imencode(".png", small, png);
            return png.toArray();
        }
    }

    /** Returns whether nothing is written or printed on the page. */
    public boolean isBlank() {
        return BlankPage.is(gray);
    }

    /** Returns whether most of the page is dark, as on a negative. */
    public boolean isDark() {
        return quantile(gray, HALF) < DARK;
    }

    /** Returns how bright its paper is: 0 to 255; a tint that is printed on most of it is not. */
    public int paper() {
        if (paper < 0) {
            paper = quantile(gray, BRIGHT);
        }
        return paper;
    }

    /** Makes the page its own negative. */
    public void invert() {
        Core.bitwise_not(gray, gray);
        paper = -1;
    }

    static int quantile(Mat gray, double share) {
        byte[] row = new byte[gray.cols()];
        int[] counts = new int[256];
        for (int y = 0; y < gray.rows(); y++) {
            gray.get(y, 0, row);
            for (byte level : row) {
                counts[level & 0xFF]++;
            }
        }
        int level = 0;
        for (long below = counts[0]; below <= share * gray.total(); below += counts[level]) {
            level++;
        }
        return level;
    }

    /** Returns the width in pixels. */
    public int width() {
        return gray.cols();
    }

    /** Returns the height in pixels. */
    public int height() {
        return gray.rows();
    }

    @Override
    public void close() {
        gray.release();
    }
}
