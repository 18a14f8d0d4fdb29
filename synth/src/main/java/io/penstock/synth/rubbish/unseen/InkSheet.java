package io.penstock.synth.rubbish.unseen;

import io.penstock.segment.glyph.GlyphNormalizer;
import io.penstock.segment.image.MatScope;
import io.penstock.synth.digit.MnistFrame;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * A sheet on which one thing is drawn, then made a glyph of as the stream does or as MNIST did, by turns. Coordinates run from -1 to 1,
 * right and down. Everything is turned, leant and stretched a little as a whole, and each point trembles.
 */
final class InkSheet {

    private static final int SIDE = 128;
    private static final double UNIT = 42;
    private static final double PIXELS_PER_MM = 12;

    private final BufferedImage sheet = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    private final Graphics2D graphics = sheet.createGraphics();
    private final SplittableRandom random;
    private final AffineTransform pose;
    private double tremor;

    InkSheet(SplittableRandom random) {
        this.random = random;
        tremor = random.nextDouble(0.01, 0.06);
        pose = AffineTransform.getTranslateInstance(SIDE / 2.0, SIDE / 2.0);
        pose.rotate(Math.toRadians(random.nextDouble(-9, 9)));
        pose.shear(random.nextDouble(-0.25, 0.1), 0);
        pose.scale(UNIT * random.nextDouble(0.8, 1), UNIT * random.nextDouble(0.85, 1));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        pen(random.nextDouble(0.07, 0.24));
    }

    /** Takes another pen; its width in units of the sheet. */
    InkSheet pen(double width) {
        graphics.setStroke(new BasicStroke((float) (width * UNIT), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return this;
    }

    /** Draws without trembling from now on: what a machine or an accident leaves. */
    InkSheet steady() {
        tremor = 0;
        return this;
    }

    /** Draws fainter or darker from now on; 0 to 1. */
    InkSheet ink(double depth) {
        int level = (int) (255 * depth);
        graphics.setColor(new Color(level, level, level));
        return this;
    }

    /** Draws a smooth stroke through points x0, y0, x1, y1, … */
    InkSheet stroke(double... points) {
        double[] p = placed(points);
        int n = p.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        for (int i = 0; i + 1 < n; i++) {
            int before = 2 * Math.max(0, i - 1);
            int after = 2 * Math.min(n - 1, i + 2);
            path.curveTo(p[2 * i] + (p[2 * i + 2] - p[before]) / 6, p[2 * i + 1] + (p[2 * i + 3] - p[before + 1]) / 6,
                p[2 * i + 2] - (p[after] - p[2 * i]) / 6, p[2 * i + 3] - (p[after + 1] - p[2 * i + 1]) / 6, p[2 * i + 2], p[2 * i + 3]);
        }
        graphics.draw(path);
        return this;
    }

    /** Draws straight strokes from point to point. */
    InkSheet lines(double... points) {
        graphics.draw(outline(points));
        return this;
    }

    /** Fills the area within straight lines from point to point. */
    InkSheet area(double... points) {
        graphics.fill(outline(points));
        return this;
    }

    /** Fills a round dot. */
    InkSheet dot(double x, double y, double radius) {
        double[] p = placed(x, y);
        graphics.fill(new Ellipse2D.Double(p[0] - radius * UNIT, p[1] - radius * UNIT, 2 * radius * UNIT, 2 * radius * UNIT));
        return this;
    }

    /** Takes ink away in specks, as a worn stamp or rough paper does; {@code share} of the sheet, 0 to 1. */
    InkSheet worn(double share) {
        Color before = graphics.getColor();
        graphics.setColor(Color.BLACK);
        for (int i = 0; i < share * 900; i++) {
            double size = random.nextDouble(1, 5);
            graphics.fill(new Ellipse2D.Double(random.nextDouble(SIDE), random.nextDouble(SIDE), size, size));
        }
        graphics.setColor(before);
        return this;
    }

    /** Returns what was drawn as a glyph of 784 bytes and ends the drawing. */
    byte[] glyph() {
        graphics.dispose();
        byte[] pixels = ((DataBufferByte) sheet.getRaster().getDataBuffer()).getData();
        return random.nextBoolean() ? scanned(pixels) : fitted(pixels);
    }

    private byte[] scanned(byte[] pixels) {
        int paper = random.nextInt(215, 250);
        int depth = random.nextInt(110, 200);
        byte[] scan = new byte[pixels.length];
        for (int i = 0; i < scan.length; i++) {
            scan[i] = (byte) (paper - depth * (pixels[i] & 0xff) / 255 + random.nextInt(-4, 5));
        }
        try (MatScope mats = new MatScope()) {
            Mat gray = mats.own(new Mat(SIDE, SIDE, CvType.CV_8UC1));
            gray.put(0, 0, scan);
            return GlyphNormalizer.normalize(gray, PIXELS_PER_MM);
        }
    }

    private static byte[] fitted(byte[] pixels) {
        float[] ink = new float[pixels.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (pixels[i] & 0xff) / 255f;
        }
        return MnistFrame.fit(ink, SIDE, SIDE);
    }

    private Path2D outline(double... points) {
        double[] p = placed(points);
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        for (int i = 2; i < p.length; i += 2) {
            path.lineTo(p[i], p[i + 1]);
        }
        return path;
    }

    private double[] placed(double... points) {
        double[] p = new double[points.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = points[i] + (2 * random.nextDouble() - 1) * tremor;
        }
        pose.transform(p, 0, p, 0, p.length / 2);
        return p;
    }
}
