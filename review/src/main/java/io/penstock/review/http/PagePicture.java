package io.penstock.review.http;

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
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform place = AffineTransform.getScaleInstance(scale, scale);
        place.translate(width / 2.0, height / 2.0);
        place.rotate(Math.toRadians(page.getRotation()));
        place.translate(-scan.getWidth() / 2.0, -scan.getHeight() / 2.0);
        graphics.drawImage(scan, place, null);
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", jpeg);
        return jpeg.toByteArray();
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
