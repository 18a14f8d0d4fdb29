package io.penstock.synth.scanner;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;

/** What part of a page a scanner takes and into what pixels: edges that cut through fields, and pixels that are not square. */
final class Window {

    /** Least share of the page that is left of a crop. */
    private static final double LEFT_OVER = 0.6;

    private final RandomGenerator random;

    Window(RandomGenerator random) {
        this.random = random;
    }

    /** Returns the page without a strip on one side, so that a field is cut where there is one near enough to one of the sides drawn. */
    BufferedImage cropped(BufferedImage image, List<Rectangle2D> fields) {
        Side side = side();
        List<Double> strips = side.strips(image, fields, random);
        for (int attempt = 0; attempt < 3 && strips.isEmpty(); attempt++) {
            side = side();
            strips = side.strips(image, fields, random);
        }
        double strip = strips.isEmpty() ? side.length(image) * (0.02 + 0.1 * random.nextDouble())
            : strips.get(random.nextInt(strips.size()));
        int cut = (int) Math.round(strip);
        int from = side.end ? 0 : cut;
        return resized(side.sideways ? image.getSubimage(from, 0, image.getWidth() - cut, image.getHeight())
            : image.getSubimage(0, from, image.getWidth(), image.getHeight() - cut), 1, 1);
    }

    private Side side() {
        double kind = random.nextDouble();
        return new Side(kind < 0.65, kind < 0.4 || kind > 0.8);
    }

    /**
     * A side of a page.
     *
     * @param sideways left or right, not top or bottom
     * @param end      right or bottom
     */
    private record Side(boolean sideways, boolean end) {

        double length(BufferedImage image) {
            return sideways ? image.getWidth() : image.getHeight();
        }

        /** Widths of strips that end within a field. */
        List<Double> strips(BufferedImage image, List<Rectangle2D> fields, RandomGenerator random) {
            double inside = 0.05 + 0.9 * random.nextDouble();
            return fields.stream()
                .map(field -> sideways ? field.getX() + inside * field.getWidth() : field.getY() + inside * field.getHeight())
                .map(at -> end ? length(image) - at : at).filter(strip -> strip > 0 && strip < length(image) * (1 - LEFT_OVER)).toList();
        }
    }

    /** Returns the page 1.1 to 2.1 times as wide for its height, or as high for its width, and no word about it. */
    BufferedImage stretched(BufferedImage image, double strength) {
        double ratio = 1.1 + strength * random.nextDouble();
        double wider = random.nextBoolean() ? ratio : 1 / ratio;
        // a scanner of coarse lines, or one of fine ones
        return random.nextBoolean() ? resized(image, Math.max(1, wider), Math.max(1, 1 / wider))
            : resized(image, Math.min(1, wider), Math.min(1, 1 / wider));
    }

    private static BufferedImage resized(BufferedImage image, double sx, double sy) {
        int width = (int) Math.round(sx * image.getWidth());
        int height = (int) Math.round(sy * image.getHeight());
        BufferedImage resized = new BufferedImage(width, height, image.getType());
        Graphics2D graphics = resized.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return resized;
    }
}
