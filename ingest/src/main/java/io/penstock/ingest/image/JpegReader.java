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
import javax.imageio.ImageIO;

/** A JPEG file as a document of one page, which keeps the file's own bytes unless it is a mirror image or of pixels that are not square. */
public final class JpegReader implements DocumentReader {

    /** Printing inks, which the decoder at hand can't show; who reads the page can. */
    private static final int INKS = 4;

    @Override
    public void read(byte[] document, PageCollector pages) throws IOException {
        JpegHeader header = JpegHeader.parse(document);
        header.announce(pages);
        if (!header.common()) {
            throw new RefusalException(IngestError.JPEG_UNSUPPORTED, "the JPEG is not coded as 8-bit baseline or progressive");
        }
        byte[] jpeg = JpegEnd.of(document, header, pages);
        Density density = header.density().or(header.exif().density());
        Orientation orientation = header.exif().orientation();
        boolean undecodable = header.components() == INKS;
        if (!orientation.mirrored() && (density.isSquare() || undecodable)) {
            pages.add(new PageImage(density.dpi(), orientation.rotation(), PageImage.JPEG, header.width(), header.height(),
                ByteBuffer.wrap(jpeg)));
            return;
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        if (image == null) {
            throw new IOException("no decoder for this JPEG");
        }
        Pixels pixels = SquarePixels.of(Pixels.of(orientation.mirror(image)), density, pages);
        pages.add(PngEncoder.page(pixels, density.dpi(), orientation.rotation()));
    }
}
