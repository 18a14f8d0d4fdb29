package io.penstock.train.tune;

/** A search that cannot be made as asked; the message says what is wrong and what to do about it. */
public final class TuneException extends RuntimeException {

    /** Permanent code of what is wrong. */
    public enum Code {
        /** The file of the space is missing, or is neither YAML nor JSON of the right form. */
        SPACE_UNREADABLE,
        /** The file names something that does not exist. */
        UNKNOWN_KEY,
        /** A value is not one that its parameter can have. */
        BAD_VALUE,
        /** A range is empty, or cannot be logarithmic. */
        BAD_RANGE,
        /** The number of trials or the budget does not fit the strategy. */
        BAD_PLAN,
        /** The folder holds another search. */
        STUDY_DIFFERS,
        /** The log of a search cannot be read. */
        STUDY_UNREADABLE
    }

    private final Code code;

    /** A search fails for the reason {@code code}. */
    public TuneException(Code code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    /** Returns the permanent code. */
    public Code code() {
        return code;
    }
}
