package io.penstock.synth.scanner;

import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.random.RandomGenerator;

/** Light that does not reach the page everywhere: a book's spine, an open lid, a black lid around the sheet. */
final class Shadow {

    private final double strength;
    private final double perMm;
    private final RandomGenerator random;

    Shadow(double strength, double perMm, RandomGenerator random) {
        this.strength = strength;
        this.perMm = perMm;
        this.random = random;
    }

    /** Darkens an edge of the page, or what lies around the sheet, or both. */
    void draw(BufferedImage image, Shape sheet) {
        double kind = random.nextDouble();
        if (kind > 0.4) {
            blackLid(image.getRaster(), sheet);
        }
        if (kind < 0.7) {
            int side = random.nextInt(4);
            double reach = perMm * (6 + 40 * random.nextDouble());
            double depth = 0.15 + 0.65 * strength * (0.4 + 0.6 * random.nextDouble());
            double steep = 1 + 1.5 * random.nextDouble();
            gradient(image.getRaster(), side, reach, depth, steep);
        }
    }

    private void gradient(WritableRaster raster, int side, double reach, double depth, double steep) {
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                int far = switch (side) {
                    case 0 -> x;
                    case 1 -> raster.getWidth() - 1 - x;
                    case 2 -> y;
                    default -> raster.getHeight() - 1 - y;
                };
                double light = 1 - depth * Math.exp(-Math.pow(far / reach, steep) * 3);
                if (light < 0.998) {
                    for (int band = 0; band < raster.getNumBands(); band++) {
                        raster.setSample(x, y, band, (int) Math.round(raster.getSample(x, y, band) * light));
                    }
                }
            }
        }
    }

    private void blackLid(WritableRaster raster, Shape sheet) {
        double dark = 12 + 50 * random.nextDouble();
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                if (!sheet.contains(x + 0.5, y + 0.5)) {
                    int level = (int) Math.max(0, dark + 3 * random.nextGaussian());
                    for (int band = 0; band < raster.getNumBands(); band++) {
                        raster.setSample(x, y, band, level);
                    }
                }
            }
        }
    }
}
