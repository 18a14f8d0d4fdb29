package io.penstock.review.http;

import io.penstock.schema.Box;
import io.penstock.schema.Page;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;

/** A page as people see it: upright, no wider than asked, as JPEG. */
final class PagePicture {

    private static final int LARGEST_CUT = 10_000;

    private PagePicture() {
    }

    /**
     * Returns the picture.
     *
     * @throws IOException where the page's image can't be read here
     */
    static byte[] jpeg(Page page, int widest) throws IOException {
        BufferedImage scan = decode(page);
        boolean turned = page.getRotation() % 180 != 0;
        int width = turned ? scan.getHeight() : scan.getWidth();
        int height = turned ? scan.getWidth() : scan.getHeight();
        double scale = Math.min(1, (double) widest / width);
        BufferedImage picture = new BufferedImage(Math.max(1, (int) Math.round(width * scale)),
            Math.max(1, (int) Math.round(height * scale)), BufferedImage.TYPE_INT_RGB);
        draw(picture, scan, page.getRotation(), AffineTransform.getScaleInstance(scale, scale));
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    /**
     * Returns a rectangle of the page and what is around it, as PNG, pixel by pixel.
     *
     * @param margin as a share of the rectangle's height
     * @throws IOException where the page's image can't be read here
     */
    static byte[] cut(Page page, Box box, double margin) throws IOException {
        BufferedImage scan = decode(page);
        int more = (int) Math.ceil(box.getHeight() * margin);
        int width = Math.max(1, Math.min(LARGEST_CUT, box.getWidth() + 2 * more));
        int height = Math.max(1, Math.min(LARGEST_CUT, box.getHeight() + 2 * more));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        draw(picture, scan, page.getRotation(), AffineTransform.getTranslateInstance(more - box.getX(), more - box.getY()));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    private static void draw(BufferedImage picture, BufferedImage scan, int rotation, AffineTransform place) {
        boolean turned = rotation % 180 != 0;
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        place.translate((turned ? scan.getHeight() : scan.getWidth()) / 2.0, (turned ? scan.getWidth() : scan.getHeight()) / 2.0);
        place.rotate(Math.toRadians(rotation));
        place.translate(-scan.getWidth() / 2.0, -scan.getHeight() / 2.0);
        graphics.drawImage(scan, place, null);
        graphics.dispose();
    }

    private static BufferedImage decode(Page page) throws IOException {
        ByteBuffer image = page.getImage().duplicate();
        byte[] bytes = new byte[image.remaining()];
        image.get(bytes);
        BufferedImage scan = ImageIO.read(new ByteArrayInputStream(bytes));
        if (scan == null) {
            throw new IOException("no reader for " + page.getMediaType());
        }
        return scan;
    }
}
