package io.penstock.ingest.page;

import java.io.IOException;

/** A reader of one kind of document; thread-safe. */
@FunctionalInterface
public interface DocumentReader {

    /**
     * Reads all pages of a document into {@code pages}, in order, none left out.
     *
     * @throws RefusalException where the document must be given up for a reason of its own
     * @throws IOException      where the document is damaged; unchecked exceptions mean the same, as decoders throw both
     */
    void read(byte[] document, PageCollector pages) throws IOException;
}
