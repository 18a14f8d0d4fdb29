package io.penstock.app.client;

/**
 * Why a file did not become a document: it never reached the pipeline.
 *
 * @param code    permanent code
 * @param message what happened and what to do about it
 */
public record Refusal(Code code, String message) {

    /** What can keep a file out. */
    public enum Code {
        /** The file can't be read: it is missing, or not ours to read. */
        FILE_UNREADABLE,
        /** The file is larger than the topic of documents takes. */
        DOCUMENT_TOO_LARGE,
        /** The pipeline gave no outcome in time. */
        NO_OUTCOME
    }
}
