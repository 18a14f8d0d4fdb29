package io.penstock.segment.registration;

import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What is printed straight on a page: masks of its thin level lines, thin upright lines and solid blocks, rectified.
 *
 * <p>Kept on the heap as bytes, 0 or 1, {@link #width()} by {@link #height()}; about {@value #LONG_SIDE} pixels along the longer side,
 * which is 4.7 pixels a millimetre on A4. Form independent: computed once a page.
 */
final class PrintMap {

    /** Pixels along the longer side of the page. */
    static final int LONG_SIDE = 1400;
    private static final double LARGEST_SCALE = 1.5;
    private static final int LINE_LENGTH = 19;
    private static final int LINE_THICKNESS = 7;
    private static final int GAP = 5;
    private static final int CONTRAST = 18;
    private static final int PAPER = 71;

    private final int width;
    private final int height;
    private final byte[] horizontal;
    private final byte[] vertical;
    private final byte[] solid;
    private final PrintSums sums;
    private final Homography fromPage;

    private PrintMap(Mat horizontal, Mat vertical, Mat solid, Homography fromPage) {
        width = horizontal.cols();
        height = horizontal.rows();
        this.horizontal = bytes(horizontal);
        this.vertical = bytes(vertical);
        this.solid = bytes(solid);
        this.fromPage = fromPage;
        sums = PrintSums.of(horizontal, vertical, solid);
    }

    /** Maps a page. */
    static PrintMap of(PageImage page) {
        try (MatScope mats = new MatScope()) {
            double scale = Math.min(LARGEST_SCALE, (double) LONG_SIDE / Math.max(page.width(), page.height()));
            Mat small = mats.mat();
            Imgproc.resize(page.gray(), small, new Size(), scale, scale, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
            Mat depth = depth(mats, small);
            Homography rectify = rectification(bytes(ink(mats, depth)), depth.cols(), depth.rows());
            Mat level = mats.mat();
            Imgproc.warpPerspective(depth, level, mats.own(rectify.toMat()), depth.size(), Imgproc.INTER_LINEAR);
            double shift = 0.5 * scale - 0.5;
            return ofInk(mats, ink(mats, level), rectify.after(Homography.scaleAndShift(scale, scale, shift, shift)));
        }
    }

    private static Homography rectification(byte[] ink, int width, int height) {
        return Rectification.of(EdgeTracer.trace(ink, width, height, true), EdgeTracer.trace(ink, width, height, false), width, height);
    }

    private static PrintMap ofInk(MatScope mats, Mat ink, Homography fromPage) {
        Mat block = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(LINE_THICKNESS, LINE_THICKNESS)));
        Mat solid = mats.mat();
        Imgproc.morphologyEx(ink, solid, Imgproc.MORPH_OPEN, block);
        Mat around = mats.mat();
        Mat wider = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3)));
        Imgproc.dilate(solid, around, wider);
        Mat thin = mats.mat();
        Core.subtract(ink, around, thin);
        return new PrintMap(lines(mats, thin, new Size(GAP, 1), new Size(LINE_LENGTH, 1)),
            lines(mats, thin, new Size(1, GAP), new Size(1, LINE_LENGTH)), solid, fromPage);
    }

    private static Mat lines(MatScope mats, Mat thin, Size gap, Size length) {
        Mat lines = mats.mat();
        Imgproc.morphologyEx(thin, lines, Imgproc.MORPH_CLOSE, mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, gap)));
        Imgproc.morphologyEx(lines, lines, Imgproc.MORPH_OPEN, mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, length)));
        return lines;
    }

    /** Returns how much darker than the paper around it each pixel is. */
    private static Mat depth(MatScope mats, Mat gray) {
        Mat paper = mats.mat();
        Imgproc.blur(gray, paper, new Size(PAPER, PAPER), new Point(-1, -1), Core.BORDER_REPLICATE);
        Mat depth = mats.mat();
        Core.subtract(paper, gray, depth);
        return depth;
    }

    private static Mat ink(MatScope mats, Mat depth) {
        Mat ink = mats.mat();
        Imgproc.threshold(depth, ink, CONTRAST, 1, Imgproc.THRESH_BINARY);
        return ink;
    }

    private static byte[] bytes(Mat mask) {
        byte[] bytes = new byte[mask.rows() * mask.cols()];
        mask.get(0, 0, bytes);
        return bytes;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Returns the mask of lines of one direction. */
    byte[] lines(boolean horizontally) {
        return horizontally ? horizontal : vertical;
    }

    /** Returns the mask of solid blocks. */
    byte[] solid() {
        return solid;
    }

    /** Returns the sums over these masks. */
    PrintSums sums() {
        return sums;
    }

    /** Returns the map from pixels of the page image to pixels of this map. */
    Homography fromPage() {
        return fromPage;
    }

    /** Returns pixels of this map that a pixel of the page image makes, at the page's centre. */
    double scale() {
        Homography toPage = fromPage.inverse();
        return 1 / toPage.scaleAt(width / 2.0, height / 2.0);
    }
}
