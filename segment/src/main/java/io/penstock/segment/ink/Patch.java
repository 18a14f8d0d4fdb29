package io.penstock.segment.ink;

import io.penstock.schema.Box;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A rectangle of a form cut upright from the page, at a known scale.
 *
 * @param gray    pixels, 0 is black; owned by the scope it was cut in
 * @param toPage  map from pixels of the patch to pixels of the page
 * @param scale   pixels a millimetre
 * @param area    the rectangle on the form, millimetres
 */
public record Patch(Mat gray, Homography toPage, double scale, Area area) {

    private static final double MIN_SCALE = 7;
    private static final double MAX_SCALE = 13;
    private static final double COARSE_MM = 0.2;

    /** Cuts a rectangle of a form from a page, given the map from the form's millimetres to the page's pixels. */
    public static Patch cut(MatScope mats, PageImage page, Homography transform, Area area) {
        return cut(mats, page, transform, area, Imgproc.INTER_CUBIC);
    }

    /** Cuts a rectangle to be looked at: at half the cost of one that is to be read. */
    public static Patch view(MatScope mats, PageImage page, Homography transform, Area area) {
        return cut(mats, page, transform, area, Imgproc.INTER_LINEAR);
    }

    private static Patch cut(MatScope mats, PageImage page, Homography transform, Area area, int interpolation) {
        double scale = Math.max(MIN_SCALE, Math.min(MAX_SCALE, transform.scaleAt(area.x() + area.width() / 2,
            area.y() + area.height() / 2)));
        Homography toPage = transform.after(Homography.scaleAndShift(1 / scale, 1 / scale, area.x(), area.y()));
        Mat gray = mats.mat();
        Size size = new Size(Math.ceil(area.width() * scale), Math.ceil(area.height() * scale));
        Imgproc.warpPerspective(page.gray(), gray, mats.own(toPage.toMat()), size, interpolation | Imgproc.WARP_INVERSE_MAP,
            Core.BORDER_CONSTANT, new Scalar(255));
        return new Patch(gray, toPage, scale, area);
    }

    /** Takes a whole image as one patch whose scale is not known from a form. */
    public static Patch whole(PageImage page, double scale) {
        return new Patch(page.gray(), Homography.scaleAndShift(1, 1, 0, 0), scale,
            new Area(0, 0, page.width() / scale, page.height() / scale));
    }

    /** Returns this patch resized, at a scale that is known now. */
    public Patch resized(MatScope mats, double factor, double newScale) {
        Mat resized = mats.mat();
        Imgproc.resize(gray, resized, new Size(), factor, factor, factor > 1 ? Imgproc.INTER_CUBIC : Imgproc.INTER_AREA);
        return new Patch(resized, toPage.after(Homography.scaleAndShift(1 / factor, 1 / factor, 0, 0)), newScale,
            new Area(0, 0, resized.cols() / newScale, resized.rows() / newScale));
    }

    /** Returns how many pixels of this patch one pixel of the page has become, along an axis. */
    public double pagePixel() {
        return 1 / toPage.scaleAt(width() / 2.0, height() / 2.0);
    }

    /** Returns whether the pixels of the scan are so large that what is fainter or smaller than a stroke cannot be told from noise. */
    public boolean isCoarse() {
        return pagePixel() > COARSE_MM * scale;
    }

    public int width() {
        return gray.cols();
    }

    public int height() {
        return gray.rows();
    }

    /** Returns the x of a place on the form. */
    public double x(double millimetres) {
        return (millimetres - area.x()) * scale;
    }

    /** Returns the y of a place on the form. */
    public double y(double millimetres) {
        return (millimetres - area.y()) * scale;
    }

    /** Returns the page's box around a rectangle of this patch. */
    public Box onPage(double left, double top, double right, double bottom) {
        Area bounds = toPage.bounds(new Area(left, top, right - left, bottom - top));
        int x = (int) Math.floor(bounds.x());
        int y = (int) Math.floor(bounds.y());
        return new Box(x, y, (int) Math.ceil(bounds.right()) - x, (int) Math.ceil(bounds.bottom()) - y);
    }
}
