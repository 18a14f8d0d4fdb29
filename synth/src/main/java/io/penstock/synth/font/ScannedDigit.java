package io.penstock.synth.font;

import io.penstock.segment.glyph.GlyphNormalizer;
import io.penstock.segment.image.MatScope;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * How one digit of a typeface comes out of a scanner.
 *
 * @param height pixels from top to bottom
 * @param slant  shear to the right, as a tangent
 * @param weight widening of the pen, heights of the digit; below 0 it is narrowed, though never below the finest pen
 */
record ScannedDigit(int height, double slant, double weight) {

    private static final double DIGIT_MM = 4.8;
    /** A 0.25 mm line in a digit of 4.8 mm: finer pens are not used on forms. */
    private static final double FINEST_PEN = 0.05;

    /** Draws an outline on paper, scans it with noise that {@code random} decides, and returns its glyph of 784 bytes. */
    byte[] glyph(Shape outline, SplittableRandom random) {
        int side = (int) (2.4 * height);
        BufferedImage paper = drawn(placed(outline, side, random), side, random);
        try (MatScope mats = new MatScope()) {
            Mat gray = mats.own(new Mat(side, side, CvType.CV_8U));
            gray.put(0, 0, ((DataBufferByte) paper.getRaster().getDataBuffer()).getData());
            Imgproc.GaussianBlur(gray, gray, new Size(), random.nextDouble(0.4, 1.1));
            return GlyphNormalizer.normalize(noisy(gray, random.nextDouble(1, 6), random), height / DIGIT_MM);
        }
    }

    private Shape placed(Shape outline, int side, SplittableRandom random) {
        Rectangle2D bounds = outline.getBounds2D();
        AffineTransform place = AffineTransform.getTranslateInstance(side / 2.0 + random.nextDouble(), side / 2.0 + random.nextDouble());
        place.rotate(Math.toRadians(random.nextDouble(-4, 4)));
        place.shear(-slant, 0);
        double scale = height / Math.max(bounds.getHeight(), 0.7 * bounds.getWidth());
        place.scale(scale, scale);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        return place.createTransformedShape(outline);
    }

    private BufferedImage drawn(Shape shape, int side, SplittableRandom random) {
        Color light = grey(random.nextInt(225, 251));
        Color dark = grey(random.nextInt(40, 121));
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(light);
        graphics.fillRect(0, 0, side, side);
        graphics.setColor(dark);
        graphics.fill(shape);
        double change = Math.max(weight, FINEST_PEN - pen(shape) / height);
        graphics.setColor(change > 0 ? dark : light);
        graphics.setStroke(new BasicStroke((float) (Math.abs(change) * height), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
        graphics.dispose();
        return image;
    }

    /** Returns the width of a shape's strokes, pixels: twice its area by its circumference. */
    private static double pen(Shape shape) {
        double area = 0;
        double length = 0;
        double[] to = new double[6];
        double[] start = new double[2];
        double[] from = new double[2];
        for (PathIterator path = new FlatteningPathIterator(shape.getPathIterator(null), 0.2); !path.isDone(); path.next()) {
            int kind = path.currentSegment(to);
            double x = kind == PathIterator.SEG_CLOSE ? start[0] : to[0];
            double y = kind == PathIterator.SEG_CLOSE ? start[1] : to[1];
            if (kind == PathIterator.SEG_MOVETO) {
                start = new double[] {x, y};
            } else {
                area += (from[0] * y - x * from[1]) / 2;
                length += Math.hypot(x - from[0], y - from[1]);
            }
            from = new double[] {x, y};
        }
        return length == 0 ? 0 : 2 * Math.abs(area) / length;
    }

    private static Mat noisy(Mat gray, double deviation, SplittableRandom random) {
        byte[] pixels = new byte[gray.rows() * gray.cols()];
        gray.get(0, 0, pixels);
        for (int i = 0; i < pixels.length; i++) {
            double level = (pixels[i] & 0xff) + deviation * random.nextGaussian();
            pixels[i] = (byte) Math.round(Math.min(255, Math.max(0, level)));
        }
        gray.put(0, 0, pixels);
        return gray;
    }

    private static Color grey(int level) {
        return new Color(level, level, level);
    }
}
