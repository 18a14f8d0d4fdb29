package io.penstock.app.risk;

/**
 * A promise that the labelled fields cannot support.
 *
 * @param code    permanent code
 * @param kind    kind of the fields, in lower case
 * @param message what is missing and what to do
 */
public record Refusal(Code code, String kind, String message) {

    /** Permanent code of why a promise is refused. */
    public enum Code {
        /** There are too few labelled fields of the kind for this risk, or too many of them are wrong. */
        RISK_NOT_SUPPORTED,
        /** No labelled field of the kind was read. */
        NO_LABELLED_FIELDS
    }
}
