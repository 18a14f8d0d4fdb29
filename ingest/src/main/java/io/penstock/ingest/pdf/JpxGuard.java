package io.penstock.ingest.pdf;

import io.penstock.ingest.jpx.JpxHeader;
import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The check of a PDF's JPEG 2000 images before they are decoded, which PDFBox does as soon as it is asked for their width.
 *
 * <p>Such an image has the size that its own header says, whatever the PDF says.
 */
final class JpxGuard {

    private JpxGuard() {
    }

    /**
     * Checks an image and its masks.
     *
     * @throws RefusalException where one is larger than allowed, or of a kind that the decoder does not know
     * @throws IOException      where the header of one is damaged
     */
    static void check(PDImageXObject image, PageCollector pages) throws IOException {
        COSStream stream = image.getCOSObject();
        checkStream(stream, pages);
        for (COSName mask : List.of(COSName.SMASK, COSName.MASK)) {
            if (stream.getDictionaryObject(mask) instanceof COSStream masking) {
                checkStream(masking, pages);
            }
        }
    }

    private static void checkStream(COSStream stream, PageCollector pages) throws IOException {
        PDStream image = new PDStream(stream);
        if (!image.getFilters().contains(COSName.JPX_DECODE)) {
            return;
        }
        JpxHeader header;
        try (InputStream in = image.createInputStream(List.of(COSName.JPX_DECODE.getName()))) {
            header = JpxHeader.parse(in);
        }
        pages.announceImage(header.width(), header.height());
        if (!header.supported()) {
            throw new RefusalException(IngestError.PDF_IMAGE_UNSUPPORTED, "page " + pages.nextPage() + " of the PDF has a JPEG 2000 "
                + "image of " + header.components() + " × " + header.maxDepth() + (header.signed() ? " signed bits" : " bits")
                + (header.indirect() ? " with a palette or inks" : "") + "; 1, 3 or 4 × 8 to 16 plain bits can be decoded");
        }
    }
}
