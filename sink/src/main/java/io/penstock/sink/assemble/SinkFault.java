package io.penstock.sink.assemble;

/** The permanent error codes of dead letters of the sink. */
public enum SinkFault {

    /** A page of readings breaks the promises of its schema, or a rule of its form cannot be understood. */
    DECODE_FAILED("the page could not be decoded; correct the form definition if the cause names it, "
        + "otherwise report it, and submit again"),
    /** No review of that id is open: it was never asked, or its document has left the state. */
    UNKNOWN_REVIEW("no such review is known; check the id, or submit the document again if it is older than the sink remembers"),
    /** The document was submitted again after this review was asked. */
    STALE_REVIEW("the document was submitted again since this review was asked; answer the newer review"),
    /** The review was answered before, and differently. */
    REVIEW_ANSWERED("the review was already answered differently and the first answer holds; "
        + "name in the correction's replaces the answer that it corrects"),
    /** The answer corrects one that does not hold: another took its place, or it was never given. */
    STALE_ANSWER("the answer that this one corrects is not the one that holds; look at the number again and correct that one"),
    /** The answer may mean more than one number; the cause says which. */
    ANSWER_UNCLEAR("the answer may mean more than one number, so none was taken and the review stays open; answer with the point typed"),
    /** The correction does not say what was read. */
    CORRECTION_INVALID("the correction needs an outcome, and digits in text where the outcome is TEXT; send it again");

    private final String advice;

    SinkFault(String advice) {
        this.advice = advice;
    }

    /** Returns what happened and what to do about it. */
    public String advice() {
        return advice;
    }
}
