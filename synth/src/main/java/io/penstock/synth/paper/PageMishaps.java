package io.penstock.synth.paper;

import io.penstock.synth.option.Mishap;
import io.penstock.synth.option.Mishaps;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Spoils the picture of a page: what lies across it, what is missing, and how it was held. */
public final class PageMishaps {

    private static final double DARKEST_WATERMARK = 0.35;
    private static final double STEEPEST = 0.14;
    private static final int LID = 215;

    private final Mishaps mishaps;
    private final RandomGenerator random;

    public PageMishaps(Mishaps mishaps, RandomGenerator random) {
        this.mishaps = mishaps;
        this.random = random;
    }

    /** Returns the picture, spoilt, of the same type. */
    public BufferedImage spoil(BufferedImage image) {
        if (mishaps.strength(Mishap.WATERMARK) > 0) {
            watermark(image);
        }
        if (random.nextDouble() < mishaps.strength(Mishap.CORNER)) {
            corner(image);
        }
        BufferedImage seen = mishaps.strength(Mishap.PERSPECTIVE) > 0 ? perspective(image) : image;
        return random.nextDouble() < mishaps.strength(Mishap.TURNED) ? turned(seen, 1 + random.nextInt(3)) : seen;
    }

    private void watermark(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        float dark = (float) (DARKEST_WATERMARK * mishaps.strength(Mishap.WATERMARK));
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, dark));
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, image.getWidth() / 5));
        graphics.rotate(-0.5, image.getWidth() / 2.0, image.getHeight() / 2.0);
        graphics.drawString("SAMPLE", image.getWidth() / 12, image.getHeight() / 2 + image.getWidth() / 12);
        graphics.dispose();
    }

    private void corner(BufferedImage image) {
        int size = (int) ((0.06 + 0.1 * random.nextDouble()) * Math.min(image.getWidth(), image.getHeight()));
        int x = random.nextBoolean() ? 0 : image.getWidth();
        int y = random.nextBoolean() ? 0 : image.getHeight();
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(LID, LID, LID));
        int along = x == 0 ? 2 * size : x - 2 * size;
        int down = y == 0 ? 2 * size : y - 2 * size;
        graphics.fillPolygon(new Polygon(new int[] {x, along, x}, new int[] {y, y, down}, 3));
        graphics.dispose();
    }

    /** As a camera sees a page that is tilted about both axes. */
    private BufferedImage perspective(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        double a = mishaps.strength(Mishap.PERSPECTIVE) * STEEPEST * (2 * random.nextDouble() - 1);
        double b = mishaps.strength(Mishap.PERSPECTIVE) * STEEPEST * (2 * random.nextDouble() - 1);
        double room = 1 + Math.abs(a) + Math.abs(b);
        BufferedImage seen = new BufferedImage(width, height, image.getType());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = room * (2.0 * x / width - 1);
                double v = room * (2.0 * y / height - 1);
                double depth = 1 - a * u - b * v;
                seen.setRGB(x, y, colour(image, (u / depth + 1) * width / 2, (v / depth + 1) * height / 2));
            }
        }
        return seen;
    }

    /** Between four pixels; the lid outside. */
    private static int colour(BufferedImage image, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left + 1 >= image.getWidth() || top + 1 >= image.getHeight()) {
            return new Color(LID, LID, LID).getRGB();
        }
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double upper = mix(image.getRGB(left, top) >> shift & 0xFF, image.getRGB(left + 1, top) >> shift & 0xFF, x - left);
            double lower = mix(image.getRGB(left, top + 1) >> shift & 0xFF, image.getRGB(left + 1, top + 1) >> shift & 0xFF, x - left);
            mixed = mixed << 8 | (int) Math.round(mix(upper, lower, y - top));
        }
        return mixed;
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }

    private static BufferedImage turned(BufferedImage image, int quarters) {
        boolean swapped = quarters % 2 == 1;
        int width = swapped ? image.getHeight() : image.getWidth();
        int height = swapped ? image.getWidth() : image.getHeight();
        BufferedImage turned = new BufferedImage(width, height, image.getType());
        Graphics2D graphics = turned.createGraphics();
        graphics.translate(width / 2.0, height / 2.0);
        graphics.rotate(quarters * Math.PI / 2);
        graphics.drawImage(image, -image.getWidth() / 2, -image.getHeight() / 2, null);
        graphics.dispose();
        return turned;
    }
}
