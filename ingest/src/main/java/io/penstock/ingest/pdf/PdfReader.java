package io.penstock.ingest.pdf;

import io.penstock.ingest.image.Density;
import io.penstock.ingest.image.Pixels;
import io.penstock.ingest.image.PngEncoder;
import io.penstock.ingest.page.DocumentReader;
import io.penstock.ingest.page.ExtractionSettings;
import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.PageImage;
import io.penstock.ingest.page.RefusalException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;

/** A PDF as a document: scanned pages hand over their image, all others are rendered grey. */
public final class PdfReader implements DocumentReader {

    private static final double POINTS_PER_INCH = 72;
    private static final int TAIL = 4096;
    private static final Pattern TRAILER = Pattern.compile("startxref\\s+(\\d{1,18})\\s+%%EOF");

    private final DocumentReader attachments;

    /** Reads the files of a portfolio with a reader of any kind of document. */
    public PdfReader(DocumentReader attachments) {
        this.attachments = attachments;
    }

    @Override
    public void read(byte[] document, PageCollector pages) throws IOException {
        try (PDDocument pdf = load(document)) {
            PageList list = PageList.of(pdf, pages);
            TypedValues.draw(pdf, pages);
            StrictRenderer renderer = new StrictRenderer(pdf, pages);
            for (int index = 0; index < list.size(); index++) {
                readPage(list.get(index), index, renderer, pages);
            }
            Attachments.read(pdf, attachments, pages);
        }
    }

    /** Returns whether a PDF ends with a trailer that points back into it. */
    public static boolean hasTrailer(byte[] pdf) {
        int from = Math.max(0, pdf.length - TAIL);
        String tail = new String(pdf, from, pdf.length - from, StandardCharsets.ISO_8859_1);
        Matcher trailers = TRAILER.matcher(tail);
        boolean found = false;
        while (trailers.find()) {
            // the first trailer of a PDF that is made for the web points nowhere
            long target = Long.parseLong(trailers.group(1));
            found = target > 0 && target < pdf.length;
        }
        return found;
    }

    private static PDDocument load(byte[] document) throws IOException {
        try {
            return Loader.loadPDF(document);
        } catch (InvalidPasswordException e) {
            throw new RefusalException(IngestError.PDF_ENCRYPTED, "the PDF needs a password", e);
        } catch (NoClassDefFoundError e) {
            // Certificates need Bouncy Castle, which is left out: nobody could type a certificate's password here anyway.
            if (String.valueOf(e.getMessage()).contains("bouncycastle")) {
                throw new RefusalException(IngestError.PDF_ENCRYPTED, "the PDF is protected by a certificate", e);
            }
            throw e;
        }
    }

    private static void readPage(PDPage page, int index, StrictRenderer renderer, PageCollector pages) throws IOException {
        try {
            requireContents(page);
            Optional<PageImage> scan = scan(page, pages);
            pages.add(scan.isPresent() ? scan.get() : render(page, index, renderer, pages));
        } catch (RefusalException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // PDFBox reports damage with either; the message must name the page.
            throw new RefusalException(IngestError.PDF_CORRUPT, "page " + pages.nextPage() + " of the PDF cannot be read ("
                + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ")", e);
        }
    }

    /** PDFBox draws a page whose content is missing from the file as a blank one; here that is damage. */
    private static void requireContents(PDPage page) throws IOException {
        COSBase contents = page.getCOSObject().getItem(COSName.CONTENTS);
        boolean missing = isMissing(contents);
        if (page.getCOSObject().getDictionaryObject(COSName.CONTENTS) instanceof COSArray parts) {
            for (COSBase part : parts) {
                missing |= isMissing(part);
            }
        }
        if (missing) {
            throw new IOException("its content is missing from the file");
        }
    }

    private static boolean isMissing(COSBase item) {
        return item instanceof COSObject reference && reference.getObject() == null;
    }

    private static Optional<PageImage> scan(PDPage page, PageCollector pages) throws IOException {
        Optional<ScannedPage> found = ScanDetector.detect(page, pages);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        JpxGuard.check(found.get().image(), pages);
        Placement placement = found.get().placement();
        double unitsPerInch = POINTS_PER_INCH / page.getUserUnit();
        double xDpi = found.get().image().getWidth() / placement.width() * unitsPerInch;
        double yDpi = found.get().image().getHeight() / placement.height() * unitsPerInch;
        Density density = Density.perInch(xDpi, yDpi);
        OptionalDouble dpi = density.isSquare() ? PageImage.believable((xDpi + yDpi) / 2) : density.dpi();
        if (dpi.isEmpty() || density.dpi().isEmpty()) {
            return Optional.empty();
        }
        return EmbeddedImage.of(found.get().image(), density, pages).map(image -> new PageImage(dpi,
            (placement.rotation() + page.getRotation()) % 360, image.mediaType(), image.width(), image.height(), image.bytes()));
    }

    private static PageImage render(PDPage page, int index, StrictRenderer renderer, PageCollector pages) throws IOException {
        PDRectangle box = page.getCropBox();
        double inchesPerUnit = page.getUserUnit() / POINTS_PER_INCH;
        double width = box.getWidth() * inchesPerUnit;
        double height = box.getHeight() * inchesPerUnit;
        double dpi = renderingDpi(width, height, pages.settings());
        pages.announceImage(Math.max(1, Math.round(width * dpi)), Math.max(1, Math.round(height * dpi)));
        BufferedImage image = renderer.renderImage(index, (float) (dpi * inchesPerUnit), ImageType.GRAY);
        return new PageImage(PageImage.believable(dpi), 0, PageImage.PNG, image.getWidth(), image.getHeight(),
            PngEncoder.encode(Pixels.of(image)));
    }

    /** Returns the configured resolution, or less for a page that would have too many pixels at it. */
    private static double renderingDpi(double width, double height, ExtractionSettings settings) {
        double affordable = Math.floor(Math.sqrt(settings.maxPagePixels() / Math.max(width * height, 1e-9)));
        return Math.max(settings.minDpi(), Math.min(settings.dpi(), affordable));
    }
}
