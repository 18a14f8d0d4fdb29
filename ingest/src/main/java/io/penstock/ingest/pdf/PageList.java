package io.penstock.ingest.pdf;

import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.RefusalException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The pages of a PDF, none left out.
 *
 * <p>A page tree says how many pages it has, and may say it wrongly. More pages than it says are read all the same; fewer mean
 * that some are missing from the file.
 */
final class PageList {

    private final List<PDPage> pages;

    private PageList(List<PDPage> pages) {
        this.pages = pages;
    }

    /**
     * Lists the pages of a document and puts its page tree in order where the tree miscounts.
     *
     * @throws RefusalException where there are none, too many, or fewer than the document says
     */
    static PageList of(PDDocument pdf, PageCollector collector) throws RefusalException {
        List<PDPage> pages = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            pages.add(page);
        }
        collector.announcePages(pages.size());
        int declared = pdf.getNumberOfPages();
        if (pages.size() < declared) {
            throw new RefusalException(IngestError.PDF_CORRUPT, "the PDF says that it has " + declared + " pages and holds "
                + pages.size());
        }
        if (pages.isEmpty()) {
            throw new RefusalException(IngestError.PDF_NO_PAGES, "the PDF has no pages");
        }
        if (pages.size() > declared) {
            flatten(pdf, pages);
        }
        return new PageList(pages);
    }

    int size() {
        return pages.size();
    }

    PDPage get(int index) {
        return pages.get(index);
    }

    /** The renderer finds pages by number, down the tree, by its counts; pages keep their parents and so what they inherit. */
    private static void flatten(PDDocument pdf, List<PDPage> pages) {
        COSArray kids = new COSArray();
        pages.forEach(page -> kids.add(page.getCOSObject()));
        COSDictionary root = new COSDictionary();
        root.setItem(COSName.TYPE, COSName.PAGES);
        root.setItem(COSName.KIDS, kids);
        root.setInt(COSName.COUNT, pages.size());
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, root);
    }
}
