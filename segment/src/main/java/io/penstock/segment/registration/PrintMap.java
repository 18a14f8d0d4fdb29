package io.penstock.segment.registration;

import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What is printed straight on a page: masks of its thin horizontal lines, thin vertical lines and solid blocks, deskewed.
 *
 * <p>Kept on the heap as bytes, 0 or 1, {@link #width()} by {@link #height()}; about {@value #LONG_SIDE} pixels along the longer side,
 * which is 4.7 pixels a millimetre on A4. Form independent: computed once a page.
 */
final class PrintMap {

    /** Pixels along the longer side of the page. */
    static final int LONG_SIDE = 1400;
    private static final int LINE_LENGTH = 19;
    private static final int LINE_THICKNESS = 7;
    private static final int GAP = 5;
    private static final int CONTRAST = 18;

    private final int width;
    private final int height;
    private final byte[] horizontal;
    private final byte[] vertical;
    private final byte[] solid;
    private final Homography fromPage;

    private PrintMap(Mat horizontal, Mat vertical, Mat solid, Homography fromPage) {
        width = horizontal.cols();
        height = horizontal.rows();
        this.horizontal = bytes(horizontal);
        this.vertical = bytes(vertical);
        this.solid = bytes(solid);
        this.fromPage = fromPage;
    }

    /** Maps a page. */
    static PrintMap of(PageImage page) {
        try (MatScope mats = new MatScope()) {
            double scale = Math.min(1.5, (double) LONG_SIDE / Math.max(page.width(), page.height()));
            Mat small = mats.mat();
            Imgproc.resize(page.gray(), small, new Size(), scale, scale, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
            Mat half = mats.mat();
            Imgproc.resize(small, half, new Size(), 0.5, 0.5, Imgproc.INTER_AREA);
            double degrees = Skew.degrees(ink(mats, half));
            Mat turn = mats.own(Imgproc.getRotationMatrix2D(new Point(small.cols() / 2.0, small.rows() / 2.0), degrees, 1));
            Mat level = mats.mat();
            Imgproc.warpAffine(small, level, turn, small.size(), Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE, new Scalar(255));
            Homography rotation = new Homography(new double[] {
                turn.get(0, 0)[0], turn.get(0, 1)[0], turn.get(0, 2)[0], turn.get(1, 0)[0], turn.get(1, 1)[0], turn.get(1, 2)[0], 0, 0, 1});
            double shift = 0.5 * scale - 0.5;
            return ofInk(mats, ink(mats, level), rotation.after(Homography.scaleAndShift(scale, scale, shift, shift)));
        }
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

    private static Mat ink(MatScope mats, Mat gray) {
        Mat ink = mats.mat();
        int block = Math.max(gray.rows(), gray.cols()) / 20 | 1;
        Imgproc.adaptiveThreshold(gray, ink, 255, Imgproc.ADAPTIVE_THRESH_MEAN_C, Imgproc.THRESH_BINARY_INV, Math.max(15, block), CONTRAST);
        return ink;
    }

    private static byte[] bytes(Mat mask) {
        byte[] bytes = new byte[mask.rows() * mask.cols()];
        mask.get(0, 0, bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (bytes[i] == 0 ? 0 : 1);
        }
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

    /** Returns the map from pixels of the page image to pixels of this map. */
    Homography fromPage() {
        return fromPage;
    }
}
