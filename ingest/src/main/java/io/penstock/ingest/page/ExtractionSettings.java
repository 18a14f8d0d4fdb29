package io.penstock.ingest.page;

import java.time.Duration;

/**
 * How pages are rendered, and the limits that keep one document from harming the others.
 *
 * @param dpi               resolution at which pages that are not one image are rendered, dots per inch
 * @param minDpi            resolution down to which a huge page may be rendered before it is refused
 * @param maxBytes          bytes of a document
 * @param maxPages          pages of a document
 * @param maxPagePixels     pixels of one page, and of one image on it
 * @param maxPageBytes      bytes of one encoded page
 * @param maxDocumentPixels pixels of all pages of a document
 * @param maxDocumentBytes  bytes of all encoded pages of a document, which are held in memory until the last one is there
 * @param time              time for one document
 */
public record ExtractionSettings(int dpi, int minDpi, int maxBytes, int maxPages, long maxPagePixels, int maxPageBytes,
                                 long maxDocumentPixels, long maxDocumentBytes, Duration time) {

    private static final int MIB = 1024 * 1024;

    /** Rejects settings under which nothing could be read. */
    public ExtractionSettings {
        if (minDpi < 1 || dpi < minDpi) {
            throw new IllegalArgumentException("the rendering resolution " + dpi + " must be at least its minimum " + minDpi);
        }
        if (maxBytes < 1 || maxPages < 1 || maxPagePixels < 1 || maxPageBytes < 1 || maxDocumentPixels < 1 || maxDocumentBytes < 1
            || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("each limit must be positive");
        }
    }

    /** Returns the safe defaults that the stage's configuration starts from. */
    public static ExtractionSettings defaults() {
        return new ExtractionSettings(300, 100, 50 * MIB, 500, 100_000_000L, 60 * MIB, 5_000_000_000L, 256L * MIB,
            Duration.ofSeconds(60));
    }
}
