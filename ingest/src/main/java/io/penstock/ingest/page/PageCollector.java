package io.penstock.ingest.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages of one document as they are found one by one, and the guard of its limits.
 *
 * <p>Readers announce what they are about to decode, so that a bomb is refused before it goes off. Used by one thread.
 */
public final class PageCollector {

    private final ExtractionSettings settings;
    private final long deadline;
    private final PageTaker taker;
    private final List<PageImage> pages = new ArrayList<>();
    private int taken;
    private long pixels;
    private long bytes;

    /** Collects the pages of one document; its time starts now. */
    public PageCollector(ExtractionSettings settings) {
        this.settings = settings;
        this.deadline = System.nanoTime() + settings.time().toNanos();
        this.taker = pages::add;
    }

    /** Hands over the pages of one document one by one and keeps none; its time starts now. */
    public PageCollector(ExtractionSettings settings, PageTaker taker) {
        this.settings = settings;
        this.deadline = System.nanoTime() + settings.time().toNanos();
        this.taker = taker;
    }

    /** Returns the settings that hold for the document. */
    public ExtractionSettings settings() {
        return settings;
    }

    /** Returns the number, from 1, of the page that comes next. */
    public int nextPage() {
        return taken + 1;
    }

    /** Checks how many pages the document has. */
    public void announcePages(int count) throws RefusalException {
        if (count > settings.maxPages()) {
            throw new RefusalException(IngestError.TOO_MANY_PAGES, "the document has " + count + " pages, " + settings.maxPages()
                + " are allowed");
        }
    }

    /**
     * Checks the size of an image that is about to be decoded or rendered as part of the next page.
     *
     * @throws RefusalException where it is larger than allowed
     * @throws IOException      where it is no size: the document is damaged
     */
    public void announceImage(long width, long height) throws IOException {
        checkTime();
        if (width < 1 || height < 1) {
            throw new IOException("an image claims a size of " + width + " × " + height + " pixels");
        }
        if (width > settings.maxPagePixels() / height) {
            throw new RefusalException(IngestError.TOO_MANY_PIXELS, "page " + nextPage() + " has " + width + " × " + height
                + " pixels, " + settings.maxPagePixels() + " are allowed on a page");
        }
    }

    /**
     * Adds the next page.
     *
     * @throws RefusalException where a limit is exceeded
     * @throws IOException      where the page has no size
     */
    public void add(PageImage page) throws IOException {
        announceImage(page.width(), page.height());
        announcePages(nextPage());
        pixels += (long) page.width() * page.height();
        if (pixels > settings.maxDocumentPixels()) {
            throw new RefusalException(IngestError.TOO_MANY_PIXELS, "the first " + nextPage() + " pages have " + pixels + " pixels, "
                + settings.maxDocumentPixels() + " are allowed in a document");
        }
        int size = page.image().remaining();
        if (size > settings.maxPageBytes()) {
            throw new RefusalException(IngestError.PAGE_TOO_LARGE, "page " + nextPage() + " takes " + size + " bytes, "
                + settings.maxPageBytes() + " are allowed");
        }
        bytes += size;
        if (bytes > settings.maxDocumentBytes()) {
            throw new RefusalException(IngestError.PAGES_TOO_LARGE, "the first " + nextPage() + " pages take " + bytes + " bytes, "
                + settings.maxDocumentBytes() + " are allowed in a document");
        }
        taker.take(page);
        taken++;
    }

    /** Ends work on a document whose time is over; called often, so that a thread that was given up ends soon. */
    public void checkTime() throws RefusalException {
        if (System.nanoTime() - deadline > 0) {
            throw new RefusalException(IngestError.TIMEOUT, "page " + nextPage() + " was not reached within "
                + settings.time().toSeconds() + " seconds");
        }
    }

    /** Returns the pages so far, in order; none where they are handed over. */
    public List<PageImage> pages() {
        return List.copyOf(pages);
    }
}
