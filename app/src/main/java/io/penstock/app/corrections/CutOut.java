package io.penstock.app.corrections;

import io.penstock.schema.Box;
import io.penstock.schema.Page;
import io.penstock.segment.image.PageImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** The fields of one page, cut out in the scan's own resolution, which stands in each picture. */
final class CutOut {

    /** Strokes leave their fields a little, pixels. */
    private static final int MARGIN = 12;
    private static final double INCHES_PER_METRE = 39.3701;

    private final BufferedImage upright;
    private final int reduction;
    private final Double dpi;

    private CutOut(BufferedImage upright, int reduction, Double dpi) {
        this.upright = upright;
        this.reduction = reduction;
        this.dpi = dpi;
    }

    /** Decodes a page; empty where that fails. */
    static Optional<CutOut> of(Page page) throws IOException {
        byte[] encoded = new byte[page.getImage().remaining()];
        page.getImage().duplicate().get(encoded);
        Optional<PageImage> decoded = PageImage.decode(encoded, page.getRotation());
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        try (PageImage image = decoded.get()) {
            BufferedImage gray = ImageIO.read(new ByteArrayInputStream(image.thumbnail(PageImage.MAX_LONG_SIDE)));
            return Optional.of(new CutOut(gray, image.reduction(), page.getDpi()));
        }
    }

    /** Returns the PNG of what lies in a box; empty where that is off the page. */
    Optional<byte[]> png(Box box) throws IOException {
        int left = Math.max(0, box.getX() / reduction);
        int top = Math.max(0, box.getY() / reduction);
        int right = Math.min(upright.getWidth(), (box.getX() + box.getWidth()) / reduction);
        int bottom = Math.min(upright.getHeight(), (box.getY() + box.getHeight()) / reduction);
        return right <= left || bottom <= top ? Optional.empty()
            : Optional.of(encode(upright.getSubimage(left, top, right - left, bottom - top)));
    }

    /** Returns the PNG of the whole page with white where these boxes are. */
    byte[] png(List<Box> covered) throws IOException {
        BufferedImage painted = new BufferedImage(upright.getWidth(), upright.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = painted.createGraphics();
        pen.drawImage(upright, 0, 0, null);
        pen.setColor(Color.WHITE);
        covered.forEach(box -> pen.fillRect((box.getX() - MARGIN) / reduction, (box.getY() - MARGIN) / reduction,
            (box.getWidth() + 2 * MARGIN) / reduction, (box.getHeight() + 2 * MARGIN) / reduction));
        pen.dispose();
        return encode(painted);
    }

    private byte[] encode(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
            if (dpi != null) {
                IIOMetadataNode density = new IIOMetadataNode("pHYs");
                String perMetre = Long.toString(Math.round(dpi / reduction * INCHES_PER_METRE));
                density.setAttribute("pixelsPerUnitXAxis", perMetre);
                density.setAttribute("pixelsPerUnitYAxis", perMetre);
                density.setAttribute("unitSpecifier", "meter");
                IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
                root.appendChild(density);
                metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
            }
            writer.setOutput(out);
            writer.write(new IIOImage(picture, null, metadata));
            out.flush();
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
