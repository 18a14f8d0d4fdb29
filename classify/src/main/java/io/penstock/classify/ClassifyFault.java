package io.penstock.classify;

/** The permanent error codes of the classify stage. */
public enum ClassifyFault {

    /** A glyph is not 28 by 28: the record was not cut by this version of the segment stage. */
    GLYPH_INVALID("the record was not cut by this version of the segment stage; upgrade both stages together and submit the document "
        + "again");

    private final String advice;

    ClassifyFault(String advice) {
        this.advice = advice;
    }

    /** Returns what happened and what to do about it, with the cause's own words. */
    String message(Throwable cause) {
        return advice + " (" + cause.getMessage() + ")";
    }
}
