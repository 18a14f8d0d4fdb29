package io.penstock.ingest.page;

import java.io.IOException;

/** The reason a document is given up, on its way from where it was found to {@link Extraction.Refused}. */
public final class RefusalException extends IOException {

    private final IngestError code;

    /** Gives a document up; {@code what} says what was found, without what to do about it. */
    public RefusalException(IngestError code, String what) {
        super(what);
        this.code = code;
    }

    /** Gives a document up because of an error that stays in the log. */
    public RefusalException(IngestError code, String what, Throwable cause) {
        super(what, cause);
        this.code = code;
    }

    /** Returns the permanent code. */
    public IngestError code() {
        return code;
    }
}
