package io.penstock.ingest.image;

import io.penstock.ingest.page.DocumentReader;
import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.RefusalException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;

/** A TIFF file, of one page or many, each encoded anew as PNG: fax codings (CCITT G3, G4), LZW, Deflate, PackBits, JPEG, none. */
public final class TiffReader implements DocumentReader {

    /** Five inks and three masks: each pixel has as much work as it has samples, which the limit of pixels does not see. */
    private static final int MOST_SAMPLES = 8;

    @Override
    public void read(byte[] document, PageCollector pages) throws IOException {
        ImageReader reader = JdkImageReader.of("tiff");
        try (BytesInputStream in = new BytesInputStream(BigTiff.is(document) ? BigTiff.ordinary(document) : document)) {
            reader.setInput(in, false, false);
            for (int index = 0; hasPage(reader, index); index++) {
                pages.announcePages(index + 1);
                readPage(reader, index, pages);
            }
        } finally {
            reader.dispose();
        }
    }

    private static boolean hasPage(ImageReader reader, int index) throws IOException {
        try {
            reader.getWidth(index);
            return true;
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static void readPage(ImageReader reader, int index, PageCollector pages) throws IOException {
        try {
            pages.announceImage(reader.getWidth(index), reader.getHeight(index));
            TiffTags tags = TiffTags.of(reader.getImageMetadata(index));
            if (tags.thumbnail()) {
                return;
            }
            if (tags.samples() > MOST_SAMPLES) {
                throw new RefusalException(IngestError.TIFF_CORRUPT, "page " + pages.nextPage() + " of the TIFF has " + tags.samples()
                    + " numbers a pixel, no scan more than " + MOST_SAMPLES);
            }
            BufferedImage image = tags.orientation().mirror(reader.read(index));
            Pixels pixels = SquarePixels.of(Pixels.of(image), tags.density(), pages);
            pages.add(PngEncoder.page(pixels, tags.density().dpi(), tags.orientation().rotation()));
        } catch (RefusalException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoder reports damage with either; the message must name the page.
            throw new RefusalException(IngestError.TIFF_CORRUPT, "page " + pages.nextPage() + " of the TIFF cannot be read ("
                + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ")", e);
        }
    }
}
