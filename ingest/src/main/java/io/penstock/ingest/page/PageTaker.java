package io.penstock.ingest.page;

import java.io.IOException;

/** Who gets the pages of a document one by one. */
@FunctionalInterface
public interface PageTaker {

    /** Takes the next page. */
    void take(PageImage page) throws IOException;
}
