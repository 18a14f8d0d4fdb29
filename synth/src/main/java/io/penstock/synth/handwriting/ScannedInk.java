package io.penstock.synth.handwriting;

import io.penstock.synth.digit.MnistFrame;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/**
 * Ink as a glyph of 28 by 28, after a scan as coarse as those that reach Penstock: a digit is 14 to 44 pixels high in it, blurred and
 * noisy.
 *
 * <p>Thin pens are widened to a twelfth of the digit's longer side, as the segment stage's normalizer does.
 */
public final class ScannedInk {

    private static final double LEAST_STROKE = 0.08;
    private static final int MARGIN = 3;

    private final SplittableRandom random;
    private final int width;
    private final int height;
    private final double scale;
    private final double left;
    private final double top;
    private final double leastRadius;
    private float[] ink;

    private ScannedInk(Rectangle2D bounds, double wantedWidth, SplittableRandom random) {
        this.random = random;
        double longSide = Math.max(bounds.getWidth(), bounds.getHeight());
        this.scale = random.nextInt(14, 45) / longSide;
        this.left = bounds.getX() - MARGIN / scale;
        this.top = bounds.getY() - MARGIN / scale;
        this.width = (int) Math.ceil(bounds.getWidth() * scale) + 2 * MARGIN;
        this.height = (int) Math.ceil(bounds.getHeight() * scale) + 2 * MARGIN;
        this.leastRadius = wantedWidth * longSide * scale / 2;
        this.ink = new float[width * height];
    }

    /** Returns the glyph of ink that is not empty: 784 bytes, 0 is paper and 255 is ink. */
    public static byte[] glyph(Ink ink, SplittableRandom random) {
        ScannedInk scan = new ScannedInk(ink.bounds(), random.nextDouble(LEAST_STROKE, 0.11), random);
        ink.strokes().forEach(scan::draw);
        if (random.nextInt(3) == 0) {
            scan.blur();
        }
        scan.grain(random.nextDouble(0, 0.22));
        return MnistFrame.fit(scan.ink, scan.width, scan.height);
    }

    private void draw(PenStroke stroke) {
        for (PenPoint point : stroke.points()) {
            disc((point.x() - left) * scale, (point.y() - top) * scale, Math.max(leastRadius, point.width() * scale / 2));
        }
    }

    private void disc(double x, double y, double radius) {
        for (int j = (int) Math.max(0, y - radius - 1); j <= Math.min(height - 1, y + radius + 1); j++) {
            for (int i = (int) Math.max(0, x - radius - 1); i <= Math.min(width - 1, x + radius + 1); i++) {
                double cover = radius + 0.5 - Math.hypot(i - x, j - y);
                if (cover > 0) {
                    ink[j * width + i] = (float) Math.max(ink[j * width + i], Math.min(1, cover));
                }
            }
        }
    }

    private void blur() {
        float[] blurred = new float[ink.length];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                blurred[at] = (4 * ink[at] + 2 * (ink[at - 1] + ink[at + 1] + ink[at - width] + ink[at + width])
                    + ink[at - width - 1] + ink[at - width + 1] + ink[at + width - 1] + ink[at + width + 1]) / 16;
            }
        }
        ink = blurred;
    }

    /** Uneven ink and ragged edges, then the threshold that tells ink from paper. */
    private void grain(double strength) {
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] > 0) {
                double value = ink[i] + strength * random.nextGaussian();
                ink[i] = value < 0.25 ? 0 : (float) Math.min(1, 1.15 * value);
            }
        }
    }
}
