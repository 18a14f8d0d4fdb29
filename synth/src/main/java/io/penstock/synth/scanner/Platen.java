package io.penstock.synth.scanner;

import io.penstock.segment.form.FormDefinition;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/**
 * How a sheet lies on the scanner's glass.
 *
 * @param width    width of the scan, pixels
 * @param height   height of the scan, pixels
 * @param dpi      resolution, dots per inch
 * @param toPixels from millimetres on the form to pixels of the scan
 */
public record Platen(int width, int height, int dpi, AffineTransform toPixels) {

    static final double MM_PER_INCH = 25.4;

    /** Sheets smaller than this are scanned with some of the lid around them, millimetres of width plus height. */
    private static final double SMALL_SHEET = 400;

    /** Returns whether several sheets of a form have room on the glass. */
    public static boolean isSmall(FormDefinition form) {
        return form.width() + form.height() < SMALL_SHEET;
    }

    /** Lays a sheet down with a tilt of at most {@code skew} degrees, a shift and an inexact scale. */
    public static Platen lay(FormDefinition form, double skew, int dpi, RandomGenerator random) {
        double perMm = dpi / MM_PER_INCH;
        AffineTransform tilt = AffineTransform.getRotateInstance(Math.toRadians(skew * (2 * random.nextDouble() - 1)));
        Rectangle2D tilted = tilt.createTransformedShape(new Rectangle2D.Double(0, 0, form.width(), form.height())).getBounds2D();
        double margin = isSmall(form) ? 2 + 4 * random.nextDouble() : 0.5;
        int width = (int) Math.round((tilted.getWidth() + 2 * margin) * perMm);
        int height = (int) Math.round((tilted.getHeight() + 2 * margin) * perMm);
        AffineTransform transform = new AffineTransform();
        transform.translate(width / 2.0 + perMm * shift(margin, random), height / 2.0 + perMm * shift(margin, random));
        transform.concatenate(tilt);
        transform.scale(perMm * stretch(random), perMm * stretch(random));
        transform.translate(-form.width() / 2, -form.height() / 2);
        return new Platen(width, height, dpi, transform);
    }

    /** Shifted, but not so far that something is cut off. */
    private static double shift(double margin, RandomGenerator random) {
        return 0.6 * margin * (2 * random.nextDouble() - 1);
    }

    private static double stretch(RandomGenerator random) {
        return 1 + 0.004 * (2 * random.nextDouble() - 1);
    }

    /** Returns the pixels of a millimetre. */
    double perMillimetre() {
        return dpi / MM_PER_INCH;
    }

    /** Returns the way back from pixels to millimetres. */
    AffineTransform toMillimetres() {
        try {
            return toPixels.createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("a sheet never lies edgewise", e);
        }
    }
}
