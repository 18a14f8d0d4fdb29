package io.penstock.ingest.page;

import java.util.List;

/** What became of one document: all of its pages, or a refusal; never a part. */
public sealed interface Extraction {

    /**
     * All pages of a document.
     *
     * @param pages in the document's order, at least one
     */
    record Pages(List<PageImage> pages) implements Extraction {

        /** Keeps its own copy of the list. */
        public Pages {
            pages = List.copyOf(pages);
        }
    }

    /**
     * A document that is given up.
     *
     * @param code    permanent error code
     * @param message what was found and what to do about it, at most {@value #MAX_MESSAGE} characters
     */
    record Refused(IngestError code, String message) implements Extraction {

        private static final int MAX_MESSAGE = 1000;

        /** Returns a refusal whose message is what was found, and the code's advice. */
        public static Refused of(IngestError code, String what) {
            String advice = ": " + code.advice();
            String found = what.strip();
            int room = MAX_MESSAGE - advice.length();
            return new Refused(code, (found.length() > room ? found.substring(0, room) : found) + advice);
        }
    }
}
