package io.penstock.ingest.pdf;

import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.RefusalException;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * A renderer that fails where PDFBox's own would leave an image out, and that keeps the document's limits while it draws.
 *
 * <p>A scan whose image cannot be decoded would otherwise become a blank page, and its numbers would be lost silently.
 */
final class StrictRenderer extends PDFRenderer {

    private final PageCollector pages;

    StrictRenderer(PDDocument document, PageCollector pages) {
        super(document);
        this.pages = pages;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new StrictDrawer(parameters, pages);
    }

    private static final class StrictDrawer extends PageDrawer {

        private final PageCollector pages;

        private StrictDrawer(PageDrawerParameters parameters, PageCollector pages) throws IOException {
            super(parameters);
            this.pages = pages;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            pages.checkTime();
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            if (image instanceof PDImageXObject stored) {
                JpxGuard.check(stored, pages);
                announce(stored.getSoftMask());
                announce(stored.getMask());
            }
            pages.announceImage(image.getWidth(), image.getHeight());
            super.drawImage(image);
        }

        /** A mask is decoded with its image, and has a size of its own. */
        private void announce(PDImageXObject mask) throws IOException {
            if (mask != null) {
                pages.announceImage(mask.getWidth(), mask.getHeight());
            }
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
            if (e instanceof MissingImageReaderException) {
                throw new RefusalException(IngestError.PDF_IMAGE_UNSUPPORTED, "page " + pages.nextPage() + " of the PDF has an image that "
                    + "cannot be decoded (" + e.getMessage() + ")", e);
            }
            boolean image = operator.getName().equals(OperatorName.DRAW_OBJECT)
                || operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE);
            if (image || e instanceof RefusalException) {
                throw e;
            }
            super.operatorException(operator, operands, e);
        }
    }
}
