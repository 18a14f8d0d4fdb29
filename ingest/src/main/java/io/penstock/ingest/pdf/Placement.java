package io.penstock.ingest.pdf;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * How an image lies on its page, where it fills the page upright or in quarter turns and is not mirrored.
 *
 * @param rotation degrees clockwise (0, 90, 180, 270) that the content stream turns the image
 * @param width    length of the image's own horizontal side on the page, in units of user space
 * @param height   length of the image's own vertical side on the page, in units of user space
 */
record Placement(int rotation, double width, double height) {

    /** Share of the page's side by which an image may fall short of the page's edge or reach over it. */
    private static final double EDGE = 0.02;
    /** Largest slope that still counts as upright: three pixels across a page of 3,000. */
    private static final double SLOPE = 0.001;

    /** Returns the placement of the unit square under a matrix, or empty where it does not fill the page that way. */
    static Optional<Placement> of(Matrix matrix, PDRectangle page) {
        double a = matrix.getScaleX();
        double b = matrix.getShearY();
        double c = matrix.getShearX();
        double d = matrix.getScaleY();
        double width = Math.hypot(a, b);
        double height = Math.hypot(c, d);
        boolean mirrored = a * d - b * c <= 0;
        if (mirrored || !fills(bounds(matrix), page)) {
            return Optional.empty();
        }
        if (Math.abs(b) <= SLOPE * width && Math.abs(c) <= SLOPE * height) {
            return Optional.of(new Placement(a > 0 ? 0 : 180, width, height));
        }
        if (Math.abs(a) <= SLOPE * width && Math.abs(d) <= SLOPE * height) {
            return Optional.of(new Placement(b < 0 ? 90 : 270, width, height));
        }
        return Optional.empty();
    }

    /** Returns the rectangle around the unit square under a matrix. */
    static Rectangle2D bounds(Matrix matrix) {
        return matrix.createAffineTransform().createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds2D();
    }

    private static boolean fills(Rectangle2D image, PDRectangle page) {
        double across = EDGE * page.getWidth();
        double down = EDGE * page.getHeight();
        return Math.abs(image.getMinX() - page.getLowerLeftX()) <= across && Math.abs(image.getMaxX() - page.getUpperRightX()) <= across
            && Math.abs(image.getMinY() - page.getLowerLeftY()) <= down && Math.abs(image.getMaxY() - page.getUpperRightY()) <= down;
    }
}
