package io.penstock.synth.scanner;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import java.util.random.RandomGenerator;

/** A sheet that slips in the feeder: from some line on it lies further to one side, or some of it passes too fast or too slowly. */
final class Jerk {

    private final double strength;
    private final double perMm;
    private final RandomGenerator random;

    Jerk(double strength, double perMm, RandomGenerator random) {
        this.strength = strength;
        this.perMm = perMm;
        this.random = random;
    }

    /** Returns the page with one jerk or two; most happen within one of the targets. */
    BufferedImage draw(BufferedImage image, List<Rectangle2D> targets) {
        double[] aside = new double[image.getHeight()];
        double[] line = new double[image.getHeight()];
        for (int y = 0; y < line.length; y++) {
            line[y] = y;
        }
        int jerks = random.nextDouble() < 0.7 ? 1 : 2;
        for (int jerk = 0; jerk < jerks; jerk++) {
            int from = from(image, targets);
            double way = random.nextDouble();
            if (way < 0.75) {
                slip(aside, from);
            }
            if (way > 0.6) {
                stretch(line, from);
            }
        }
        return seen(image, aside, line);
    }

    private int from(BufferedImage image, List<Rectangle2D> targets) {
        if (targets.isEmpty() || random.nextDouble() > 0.7) {
            return (int) (image.getHeight() * (0.1 + 0.8 * random.nextDouble()));
        }
        Rectangle2D target = targets.get(random.nextInt(targets.size()));
        double at = target.getY() + target.getHeight() * random.nextDouble();
        return (int) Math.max(0, Math.min(image.getHeight() - 1.0, at));
    }

    /** A tenth to six tenths of a millimetre, within a line or some. */
    private void slip(double[] aside, int from) {
        double far = perMm * (0.1 + 0.5 * strength * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        double ramp = 1 + (random.nextBoolean() ? 0 : perMm * random.nextDouble());
        for (int y = from; y < aside.length; y++) {
            aside[y] += far * Math.min(1, (y - from + 1) / ramp);
        }
    }

    /** Two to eight millimetres of the scan, longer or shorter by up to 60 %; what follows is moved. */
    private void stretch(double[] line, int from) {
        double length = perMm * (2 + 6 * random.nextDouble());
        double speed = 1 + 0.6 * Math.max(0.25, strength) * (2 * random.nextDouble() - 1);
        double moved = 0;
        for (int y = from; y < line.length; y++) {
            moved += y - from < length ? speed - 1 : 0;
            line[y] += moved;
        }
    }

    private static BufferedImage seen(BufferedImage image, double[] aside, double[] line) {
        BufferedImage seen = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        Raster from = image.getRaster();
        WritableRaster to = seen.getRaster();
        int width = image.getWidth();
        double[] upper = new double[width * from.getNumBands()];
        double[] lower = new double[upper.length];
        double[] row = new double[upper.length];
        for (int y = 0; y < line.length; y++) {
            double at = Math.max(0, Math.min(line.length - 1.0, line[y]));
            int top = (int) at;
            from.getPixels(0, top, width, 1, upper);
            from.getPixels(0, Math.min(line.length - 1, top + 1), width, 1, lower);
            for (int i = 0; i < upper.length; i++) {
                upper[i] += (lower[i] - upper[i]) * (at - top);
            }
            shift(upper, row, from.getNumBands(), aside[y]);
            to.setPixels(0, y, width, 1, row);
        }
        return seen;
    }

    /** Moves a row to the right by a part of pixels. */
    private static void shift(double[] from, double[] to, int bands, double far) {
        int width = from.length / bands;
        for (int x = 0; x < width; x++) {
            double at = Math.max(0, Math.min(width - 1.0, x - far));
            int left = (int) at;
            int right = Math.min(width - 1, left + 1);
            for (int band = 0; band < bands; band++) {
                double level = from[left * bands + band];
                to[x * bands + band] = Math.round(level + (from[right * bands + band] - level) * (at - left));
            }
        }
    }
}
