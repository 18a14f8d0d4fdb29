package io.penstock.ingest.image;

import io.penstock.ingest.page.DocumentReader;
import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.PageImage;
import io.penstock.ingest.page.RefusalException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** A TIFF file, of one page or many, each encoded anew as PNG: fax codings (CCITT G3, G4), LZW, Deflate, PackBits, JPEG, none. */
public final class TiffReader implements DocumentReader {

    /** Fax pages of 204 × 98 dpi: pixels are made square beyond this ratio of the two resolutions. */
    private static final double SQUARE = 1.03;

    /** Five inks and three masks: each pixel has as much work as it has samples, which the limit of pixels does not see. */
    private static final int MOST_SAMPLES = 8;

    @Override
    public void read(byte[] document, PageCollector pages) throws IOException {
        ImageReader reader = newReader();
        try (BytesInputStream in = new BytesInputStream(document)) {
            reader.setInput(in, false, false);
            for (int index = 0; hasPage(reader, index); index++) {
                pages.announcePages(index + 1);
                readPage(reader, index, pages);
            }
        } finally {
            reader.dispose();
        }
    }

    /** The JDK's own reader, whichever others are on the class path: only its metadata are typed. */
    private static ImageReader newReader() throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff"); readers.hasNext();) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new RefusalException(IngestError.INTERNAL, "this Java has no TIFF reader (module java.desktop)");
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
            double ratio = tags.xDpi() > 0 && tags.yDpi() > 0 ? tags.xDpi() / tags.yDpi() : 1;
            double dpi = Math.max(tags.xDpi(), tags.yDpi());
            if (Math.max(ratio, 1 / ratio) > SQUARE && PageImage.believable(dpi).isPresent()) {
                image = square(image, ratio, pages);
            }
            pages.add(new PageImage(PageImage.believable(dpi), tags.orientation().rotation(), PageImage.PNG, image.getWidth(),
                image.getHeight(), PngEncoder.encode(Pixels.of(image))));
        } catch (RefusalException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoder reports damage with either; the message must name the page.
            throw new RefusalException(IngestError.TIFF_CORRUPT, "page " + pages.nextPage() + " of the TIFF cannot be read ("
                + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ")", e);
        }
    }

    private static BufferedImage square(BufferedImage image, double ratio, PageCollector pages) throws IOException {
        int width = ratio < 1 ? (int) Math.round(image.getWidth() / ratio) : image.getWidth();
        int height = ratio > 1 ? (int) Math.round(image.getHeight() * ratio) : image.getHeight();
        pages.announceImage(width, height);
        BufferedImage squared = new BufferedImage(width, height, image.getColorModel().getNumComponents() == 1
            || image.getType() == BufferedImage.TYPE_BYTE_BINARY ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = squared.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return squared;
    }
}
