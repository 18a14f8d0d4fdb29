package io.penstock.synth.rubbish;

import io.penstock.synth.digit.MnistFrame;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;

/**
 * A sheet on which one shape is drawn with a pen, then normalized as a glyph. Coordinates run from -1 to 1, right and down.
 *
 * <p>Points are drawn with a tremor, so that no two drawings of one shape are alike.
 */
final class StrokeCanvas {

    private static final int SIDE = 120;
    private static final double UNIT = 40;

    private final BufferedImage sheet = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    private final Graphics2D graphics = sheet.createGraphics();
    private final SplittableRandom random;
    private final double tremor;

    /** A blank sheet; the pen's width is drawn at random between a fine liner's and a marker's. */
    StrokeCanvas(SplittableRandom random) {
        this.random = random;
        this.tremor = random.nextDouble(0.02, 0.09);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        double width = random.nextDouble(3, 11);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    /** Draws a smooth stroke through points x0, y0, x1, y1, … */
    StrokeCanvas stroke(double... points) {
        double[] p = new double[points.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = SIDE / 2.0 + UNIT * (points[i] + (2 * random.nextDouble() - 1) * tremor);
        }
        int n = p.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        for (int i = 0; i + 1 < n; i++) {
            int before = Math.max(0, i - 1);
            int after = Math.min(n - 1, i + 2);
            path.curveTo(
                p[2 * i] + (p[2 * i + 2] - p[2 * before]) / 6, p[2 * i + 1] + (p[2 * i + 3] - p[2 * before + 1]) / 6,
                p[2 * i + 2] - (p[2 * after] - p[2 * i]) / 6, p[2 * i + 3] - (p[2 * after + 1] - p[2 * i + 1]) / 6,
                p[2 * i + 2], p[2 * i + 3]);
        }
        graphics.draw(path);
        return this;
    }

    /** Draws a straight stroke that bows by up to {@code bow} at its middle. */
    StrokeCanvas line(double x0, double y0, double x1, double y1, double bow) {
        double by = (2 * random.nextDouble() - 1) * bow;
        return stroke(x0, y0, (x0 + x1) / 2 - (y1 - y0) * by, (y0 + y1) / 2 + (x1 - x0) * by, x1, y1);
    }

    /** Fills an ellipse. */
    StrokeCanvas blot(double x, double y, double rx, double ry) {
        graphics.fill(new Ellipse2D.Double(SIDE / 2.0 + UNIT * (x - rx), SIDE / 2.0 + UNIT * (y - ry), 2 * UNIT * rx, 2 * UNIT * ry));
        return this;
    }

    /** Puts a 28 by 28 image beneath the strokes, its 20 by 20 box over -1 to 1. */
    StrokeCanvas image(byte[] glyph) {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        System.arraycopy(glyph, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, glyph.length);
        int size = (int) (UNIT * 28 / 10);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, (SIDE - size) / 2, (SIDE - size) / 2, size, size, null);
        return this;
    }

    /** Returns what was drawn as a glyph of 784 bytes and ends the drawing. */
    byte[] glyph() {
        graphics.dispose();
        byte[] pixels = ((DataBufferByte) sheet.getRaster().getDataBuffer()).getData();
        float[] ink = new float[pixels.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (pixels[i] & 0xff) / 255f;
        }
        return MnistFrame.fit(ink, SIDE, SIDE);
    }
}
