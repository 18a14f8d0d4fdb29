package io.penstock.app.draw;

import io.penstock.schema.Box;
import io.penstock.schema.Page;
import io.penstock.schema.RecognizedNumber;
import io.penstock.segment.image.PageImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts the picture of a field out of its scan. */
public final class FieldPictures {

    private static final Logger LOG = LoggerFactory.getLogger(FieldPictures.class);
    /** Space around a field, so that strokes that leave it can be seen: a share of its height. */
    private static final double MARGIN = 0.4;

    private final ScanReader reader;

    /** Cuts out of the pages that this reader finds. */
    public FieldPictures(ScanReader reader) {
        this.reader = reader;
    }

    /** Returns the PNG of a number's field on a scan; empty where the number has no place or the scan cannot be read. */
    public Optional<byte[]> picture(Path scan, RecognizedNumber number) {
        if (number.getBox() == null) {
            return Optional.empty();
        }
        try {
            List<Page> pages = reader.pages(scan, null, null);
            return number.getPage() > pages.size() ? Optional.empty() : cut(pages.get(number.getPage() - 1), number.getBox());
        } catch (IOException e) {
            LOG.warn("there is no picture of {} on {}", number.getField(), scan, e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<byte[]> cut(Page page, Box box) throws IOException {
        byte[] encoded = new byte[page.getImage().remaining()];
        page.getImage().duplicate().get(encoded);
        Optional<PageImage> decoded = PageImage.decode(encoded, page.getRotation());
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        try (PageImage image = decoded.get()) {
            BufferedImage gray = ImageIO.read(new ByteArrayInputStream(image.thumbnail(PageImage.MAX_LONG_SIDE)));
            int margin = (int) (MARGIN * box.getHeight());
            int scale = image.reduction();
            int left = Math.max(0, (box.getX() - margin) / scale);
            int top = Math.max(0, (box.getY() - margin) / scale);
            int right = Math.min(gray.getWidth(), (box.getX() + box.getWidth() + margin) / scale);
            int bottom = Math.min(gray.getHeight(), (box.getY() + box.getHeight() + margin) / scale);
            if (right <= left || bottom <= top) {
                return Optional.empty();
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(gray.getSubimage(left, top, right - left, bottom - top), "png", png);
            return Optional.of(png.toByteArray());
        }
    }
}
