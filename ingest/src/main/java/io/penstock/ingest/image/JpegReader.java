package io.penstock.ingest.image;

import io.penstock.ingest.page.DocumentReader;
import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.PageImage;
import io.penstock.ingest.page.RefusalException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;

/** A JPEG file as a document of one page, which keeps the file's own bytes unless a mirror image must be put right. */
public final class JpegReader implements DocumentReader {

    @Override
    public void read(byte[] document, PageCollector pages) throws IOException {
        JpegHeader header = JpegHeader.parse(document);
        header.announce(pages);
        if (!header.common()) {
            throw new RefusalException(IngestError.JPEG_UNSUPPORTED, "the JPEG is not coded as 8-bit baseline or progressive");
        }
        OptionalDouble dpi = header.density().isPresent() ? header.density() : header.exif().dpi();
        Orientation orientation = header.exif().orientation();
        if (!orientation.mirrored()) {
            pages.add(new PageImage(dpi, orientation.rotation(), PageImage.JPEG, header.width(), header.height(),
                ByteBuffer.wrap(document)));
            return;
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(document));
        if (image == null) {
            throw new IOException("no decoder for this JPEG");
        }
        pages.add(new PageImage(dpi, orientation.rotation(), PageImage.PNG, image.getWidth(), image.getHeight(),
            PngEncoder.encode(Pixels.of(orientation.mirror(image)))));
    }
}
