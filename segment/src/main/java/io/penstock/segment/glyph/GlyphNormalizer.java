package io.penstock.segment.glyph;

import io.penstock.segment.image.MatScope;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.Shape;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Makes a glyph of a character's ink as MNIST made its digits: scaled into 20×20 by aspect, centred by mass in 28×28, grey.
 *
 * <p>Thin pens are widened first to the stroke that MNIST's digits have, about a ninth of their height. See LeCun et al., "Gradient-based
 * learning applied to document recognition", 1998. Stateless.
 */
public final class GlyphNormalizer {

    /** Side of a glyph, pixels. */
    public static final int SIDE = 28;
    private static final int INNER = 20;
    private static final double STROKE = 0.08;

    private GlyphNormalizer() {
    }

    /**
     * Normalizes the character that an image was cut out for: its ink, without specks.
     *
     * @param gray  dark ink on light paper, 8 bits
     * @param scale pixels a millimetre, roughly: sets how far the paper's tone is looked for
     * @return 784 bytes, 0 paper to 255 ink; all 0 where the image holds no ink
     */
    public static byte[] normalize(Mat gray, double scale) {
        return normalize(gray, new Rect(0, 0, gray.cols(), gray.rows()), scale);
    }

    /**
     * Normalizes one character among others: the ink at its box, without what reaches in from its neighbours.
     *
     * <p>A piece of ink belongs to the character where most of it lies in the box, or where it makes up much of the ink there (digits that
     * touch); specks do not.
     *
     * @param gray  the whole line, dark ink on light paper, 8 bits
     * @param box   where the character stands, pixels; the part outside the image is ignored
     * @param scale pixels a millimetre, roughly: sets how far the paper's tone is looked for
     * @return 784 bytes, 0 paper to 255 ink; all 0 where the box holds no ink
     */
    public static byte[] normalize(Mat gray, Rect box, double scale) {
        Ink ink = Ink.of(new Patch(gray, null, scale, null));
        Shape shape = BoxedInk.shape(ink, box);
        return shape == null ? new byte[SIDE * SIDE] : normalize(ink, shape);
    }

    /** Returns the glyph of one shape of a patch's ink. */
    public static byte[] normalize(Ink ink, Shape shape) {
        try (MatScope mats = new MatScope()) {
            Mat strokes = strokes(mats, ink, shape);
            double factor = (double) INNER / Math.max(strokes.cols(), strokes.rows());
            Size size = new Size(Math.max(1, Math.round(strokes.cols() * factor)), Math.max(1, Math.round(strokes.rows() * factor)));
            Mat small = mats.mat();
            Imgproc.resize(strokes, small, size, 0, 0, factor < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
            double peak = Core.minMaxLoc(small).maxVal;
            small.convertTo(small, CvType.CV_8U, peak > 0 ? 255 / peak : 1);
            return centred(mats, small);
        }
    }

    /** Returns the shape's ink with full contrast and a stroke as wide as MNIST's, with a margin no wider than that needs. */
    private static Mat strokes(MatScope mats, Ink ink, Shape shape) {
        int widen = (int) Math.round(Math.max(0, STROKE * Math.max(shape.width(), shape.height()) - shape.strokeWidth()));
        int margin = (widen + 1) / 2;
        int width = shape.width() + 2 * margin;
        int height = shape.height() + 2 * margin;
        double full = level(ink, shape);
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                if (shape.mask()[y * shape.width() + x] != 0) {
                    int depth = ink.depth()[(y + shape.y()) * ink.width() + x + shape.x()] & 0xff;
                    pixels[(y + margin) * width + x + margin] = (byte) Math.min(255, Math.round(255 * depth / full));
                }
            }
        }
        Mat strokes = mats.own(new Mat(height, width, CvType.CV_8U));
        strokes.put(0, 0, pixels);
        if (widen > 0) {
            Mat pen = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(widen + 1, widen + 1)));
            Imgproc.dilate(strokes, strokes, pen);
        }
        return strokes;
    }

    /** Returns the depth that counts as full ink: the median of the shape's pixels. */
    private static double level(Ink ink, Shape shape) {
        int[] histogram = new int[256];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                if (shape.mask()[y * shape.width() + x] != 0) {
                    histogram[ink.depth()[(y + shape.y()) * ink.width() + x + shape.x()] & 0xff]++;
                }
            }
        }
        int seen = 0;
        for (int i = 0; i < 256; i++) {
            seen += histogram[i];
            if (seen * 2 >= shape.area()) {
                return Math.max(1, i);
            }
        }
        return 255;
    }

    private static byte[] centred(MatScope mats, Mat small) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        byte[] pixels = new byte[small.rows() * small.cols()];
        small.get(0, 0, pixels);
        for (int i = 0; i < pixels.length; i++) {
            int value = pixels[i] & 0xff;
            sum += value;
            sumX += value * (double) (i % small.cols());
            sumY += value * (double) (i / small.cols());
        }
        int left = place(sum == 0 ? small.cols() / 2.0 : sumX / sum, small.cols());
        int top = place(sum == 0 ? small.rows() / 2.0 : sumY / sum, small.rows());
        Mat glyph = mats.own(new Mat(SIDE, SIDE, CvType.CV_8U, new Scalar(0)));
        small.copyTo(mats.own(glyph.submat(new Rect(new Point(left, top), small.size()))));
        byte[] bytes = new byte[SIDE * SIDE];
        glyph.get(0, 0, bytes);
        return bytes;
    }

    private static int place(double centre, int length) {
        return (int) Math.max(0, Math.min(SIDE - length, Math.round((SIDE - 1) / 2.0 - centre)));
    }
}
