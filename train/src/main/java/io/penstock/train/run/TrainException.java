package io.penstock.train.run;

/** A training that cannot be begun or gone on with; the message says why and what to do. */
public final class TrainException extends RuntimeException {

    /** Permanent code of what is wrong. */
    public enum Code {
        /** The folder already holds a run, and it was asked for a new one. */
        RUN_EXISTS,
        /** The folder holds a run with other options. */
        RUN_DIFFERS,
        /** The checkpoint in the folder cannot be read. */
        RUN_UNREADABLE,
        /** The network to begin with is not there. */
        ORIGIN_NOT_FOUND,
        /** The network to begin with has another shape. */
        ORIGIN_DIFFERS,
        /** No recipe ships under the name, and there is no such file. */
        RECIPE_NOT_FOUND,
        /** A recipe is not YAML, or says what cannot be trained. */
        RECIPE_INVALID
    }

    private final Code code;

    /** A training cannot go on for the reason {@code code}. */
    public TrainException(Code code, String message, Throwable cause) {
        super(code + ": " + message, cause);
        this.code = code;
    }

    /** A training cannot go on for the reason {@code code}. */
    public TrainException(Code code, String message) {
        this(code, message, null);
    }

    /** Returns the permanent code. */
    public Code code() {
        return code;
    }
}
