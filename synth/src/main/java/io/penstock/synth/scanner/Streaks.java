package io.penstock.synth.scanner;

import io.penstock.synth.option.Mishap;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.List;
import java.util.random.RandomGenerator;

/** What dirt on the sensor of a feeder draws: lines of constant width along the feed over the whole page, now and then across it. */
final class Streaks {

    private static final double MM_BETWEEN = 1.2;

    private final double strength;
    private final double perMm;
    private final RandomGenerator random;

    Streaks(double strength, double perMm, RandomGenerator random) {
        this.strength = strength;
        this.perMm = perMm;
        this.random = random;
    }

    /** Draws one group of lines or several; a good half runs through some of the targets, boxes of pixels. */
    void draw(BufferedImage image, List<Rectangle2D> targets) {
        int groups = Mishap.count(strength, 5, random);
        for (int group = 0; group < groups; group++) {
            boolean along = random.nextDouble() < 0.85;
            double at = place(image, targets, along);
            int lines = random.nextDouble() < 0.7 ? 1 : 2 + random.nextInt(3);
            for (int line = 0; line < lines; line++) {
                draw(image.getRaster(), along, at);
                at += (0.4 + random.nextDouble()) * MM_BETWEEN * perMm;
            }
        }
    }

    private double place(BufferedImage image, List<Rectangle2D> targets, boolean along) {
        if (targets.isEmpty() || random.nextDouble() > 0.65) {
            return random.nextDouble() * (along ? image.getWidth() : image.getHeight());
        }
        Rectangle2D target = targets.get(random.nextInt(targets.size()));
        double inside = 0.08 + 0.84 * random.nextDouble();
        return along ? target.getX() + inside * target.getWidth() : target.getY() + inside * target.getHeight();
    }

    private void draw(WritableRaster raster, boolean along, double at) {
        double thin = random.nextDouble();
        double width = 1 + 5 * thin * thin;
        boolean light = random.nextDouble() < 0.25;
        double level = light ? 225 + 30 * random.nextDouble() : 170 * Math.pow(random.nextDouble(), 1.5);
        double cover = light ? 0.6 + 0.4 * random.nextDouble() : 0.55 + 0.45 * random.nextDouble();
        double[] paint = paint(level, raster.getNumBands());
        int length = along ? raster.getHeight() : raster.getWidth();
        int breadth = along ? raster.getWidth() : raster.getHeight();
        Fade fade = fade(length);
        for (int line = (int) Math.max(0, Math.floor(at - width / 2)); line < Math.min(breadth, at + width / 2); line++) {
            double share = Math.min(line + 1, at + width / 2) - Math.max(line, at - width / 2);
            for (int i = 0; i < length; i++) {
                blend(raster, along ? line : i, along ? i : line, paint, share * cover * fade.at(i));
            }
        }
    }

    /** Grey; now and then the dirt lies before the rows of one colour of the sensor only. */
    private double[] paint(double level, int bands) {
        double[] paint = new double[bands];
        boolean tinted = random.nextInt(4) == 0;
        int spared = random.nextInt(3);
        for (int band = 0; band < bands; band++) {
            paint[band] = tinted && bands > 1 && band == spared ? Math.min(255, level + 70) : level;
        }
        return paint;
    }

    /**
     * How strong a line is along its length.
     *
     * @param from where it begins
     * @param to   where it ends
     * @param ramp how far it takes to fade in and out
     */
    private record Fade(double from, double to, double ramp) {

        double at(double i) {
            return Math.max(0, Math.min(1, Math.min((i - from) / ramp, (to - i) / ramp)));
        }
    }

    /** Dirt stays for the whole page, or comes, or goes. */
    private Fade fade(int length) {
        double kind = random.nextDouble();
        double ramp = length * (0.05 + 0.3 * random.nextDouble());
        double end = length * (0.3 + 0.5 * random.nextDouble());
        if (kind < 0.7) {
            return new Fade(-length, 2.0 * length, 1);
        }
        return kind < 0.85 ? new Fade(-length, end, ramp) : new Fade(length - end, 2.0 * length, ramp);
    }

    private void blend(WritableRaster raster, int x, int y, double[] paint, double cover) {
        for (int band = 0; band < paint.length; band++) {
            double level = raster.getSample(x, y, band);
            double noisy = level + (paint[band] - level) * cover + 4 * cover * (random.nextDouble() - 0.5);
            raster.setSample(x, y, band, (int) Math.round(Math.max(0, Math.min(255, noisy))));
        }
    }
}
