package io.penstock.segment.image;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Tells pages on which nothing is written or printed: backs with the grain of paper, shadows at their edges, specks of dust, and the other
 * side showing through as no more than a shade.
 *
 * <p>Whatever is in doubt is not blank: a person looks at it.
 */
final class BlankPage {

    /** Pixels along the longer side of what is looked at: 5.4 a millimetre on A4. */
    private static final int LONG_SIDE = 1600;
    /** Of what is smaller nothing is said: it is no page. */
    private static final int SHORT_SIDE = 100;
    /** Paper is no darker than this: on a darker page nothing is said. */
    private static final int DARKEST_PAPER = 90;
    /** Share of the paper's brightness by which writing is darker than the paper around it; the other side is less so. */
    private static final double CONTRAST = 0.1;
    /** Share by which a broad dark place is darker than the page. */
    private static final double BROAD_CONTRAST = 0.2;
    /** Pixels around a place that tell how bright its paper is. */
    private static final int AROUND = 41;
    /** Pixels that bridge a broken stroke. */
    private static final int BRIDGE = 5;
    /** Length of the smallest mark that is writing, pixels: 1.3 mm on A4. */
    private static final int MARK = 7;
    /** Share of a side in which the edge of the paper lies. */
    private static final double EDGE = 0.02;
    /** Share of a side into which shadows reach from outside. */
    private static final double SHADOW = 0.1;

    private BlankPage() {
    }

    /** Returns whether nothing is on an upright grey page. */
    static boolean is(Mat gray) {
        try (MatScope mats = new MatScope()) {
            double scale = Math.min(1, (double) LONG_SIDE / Math.max(gray.cols(), gray.rows()));
            if (scale * Math.min(gray.cols(), gray.rows()) < SHORT_SIDE) {
                return false;
            }
            Mat page = mats.mat();
            Imgproc.resize(gray, page, new Size(), scale, scale, Imgproc.INTER_AREA);
            Imgproc.GaussianBlur(page, page, new Size(3, 3), 0, 0, Core.BORDER_REPLICATE);
            int paper = PageImage.quantile(page, PageImage.HALF);
            return paper >= DARKEST_PAPER && !hasStrokes(mats, page, paper) && !hasDarkPlaces(mats, page, paper);
        }
    }

    private static boolean hasStrokes(MatScope mats, Mat page, int paper) {
        Mat around = mats.mat();
        Imgproc.medianBlur(page, around, AROUND); // leaves shadows as they are: their brightness only rises, or only falls
        Mat ink = mats.mat();
        Core.subtract(around, page, ink);
        Imgproc.threshold(ink, ink, CONTRAST * paper, 255, Imgproc.THRESH_BINARY);
        Mat bridge = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(BRIDGE, BRIDGE)));
        Imgproc.dilate(ink, ink, bridge);
        Mat inner = mats.own(ink.submat(inside(ink, EDGE)));
        return hasMark(mats, inner, MARK + BRIDGE - 1);
    }

    /** Places that are too broad to be strokes, unless they are shadows that come in from the edge and end soon. */
    private static boolean hasDarkPlaces(MatScope mats, Mat page, int paper) {
        Mat dark = mats.mat();
        Core.compare(page, new Scalar((1 - BROAD_CONTRAST) * paper), dark, Core.CMP_LT);
        Mat inner = mats.own(dark.submat(inside(dark, SHADOW)));
        if (hasMark(mats, inner, MARK)) {
            return true;
        }
        Mat filled = mats.own(dark.clone());
        Imgproc.rectangle(filled, new Point(0, 0), new Point(filled.cols() - 1, filled.rows() - 1), new Scalar(255));
        Mat mask = mats.own(Mat.zeros(filled.rows() + 2, filled.cols() + 2, filled.type()));
        Imgproc.floodFill(filled, mask, new Point(0, 0), new Scalar(0));
        return hasMark(mats, filled, MARK);
    }

    private static Rect inside(Mat page, double share) {
        int across = (int) Math.ceil(share * page.cols());
        int down = (int) Math.ceil(share * page.rows());
        return new Rect(across, down, page.cols() - 2 * across, page.rows() - 2 * down);
    }

    private static boolean hasMark(MatScope mats, Mat ink, int length) {
        Mat labels = mats.mat();
        Mat figures = mats.mat();
        Mat centres = mats.mat();
        int count = Imgproc.connectedComponentsWithStats(ink, labels, figures, centres);
        for (int mark = 1; mark < count; mark++) {
            double width = figures.get(mark, Imgproc.CC_STAT_WIDTH)[0];
            double height = figures.get(mark, Imgproc.CC_STAT_HEIGHT)[0];
            if (Math.max(width, height) >= length) {
                return true;
            }
        }
        return false;
    }
}
