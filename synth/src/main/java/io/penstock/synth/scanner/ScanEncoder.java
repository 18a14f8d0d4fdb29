package io.penstock.synth.scanner;

import io.penstock.synth.option.ScanFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Encodes the pages of one scan as a file's bytes; nothing in them depends on the time or the machine. */
public final class ScanEncoder {

    private static final float POINTS_PER_INCH = 72;

    private final ImageEncoder images;
    private final int dpi;

    /**
     * Creates an encoder.
     *
     * @param dpi     resolution that the file tells, dots per inch
     * @param quality quality of JPEG images, 0 to 1
     */
    public ScanEncoder(int dpi, double quality) {
        this.dpi = dpi;
        this.images = new ImageEncoder(dpi, (float) quality);
    }

    /** Encodes pages; a format without pages takes one only. */
    public byte[] encode(List<BufferedImage> pages, ScanFormat format) throws IOException {
        return switch (format) {
            case PDF, PDF_G4 -> pdf(pages, format);
            case TIFF_G4 -> images.tiffG4(pages.stream().map(Scanner::bilevel).toList());
            case JPEG -> images.jpeg(pages.get(0));
            case PNG -> images.png(pages.get(0));
        };
    }

    private byte[] pdf(List<BufferedImage> pages, ScanFormat format) throws IOException {
        try (PDDocument document = new PDDocument()) {
            // Otherwise the clock goes into the file's identifier.
            document.setDocumentId(1L);
            for (BufferedImage page : pages) {
                PDImageXObject image = format.bilevel()
                    ? CCITTFactory.createFromImage(document, Scanner.bilevel(page))
                    : JPEGFactory.createFromByteArray(document, images.jpeg(page));
                float scale = POINTS_PER_INCH / dpi;
                PDRectangle size = new PDRectangle(scale * page.getWidth(), scale * page.getHeight());
                PDPage sheet = new PDPage(size);
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    content.drawImage(image, 0, 0, size.getWidth(), size.getHeight());
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
