package io.penstock.train.compress;

/** A compression that cannot be done as asked; the message says why and what to ask for instead. */
public final class CompressionException extends RuntimeException {

    /** Permanent code of what is wrong. */
    public enum Code {
        /** The network has a layer whose weights this version cannot cut. */
        UNSUPPORTED_LAYER,
        /** The network does not read digits, or its architecture is not in the zoo. */
        UNSUPPORTED_NETWORK,
        /** Nothing was asked for, or a share is not between 0 and 1. */
        BAD_RECIPE
    }

    private final Code code;

    /** A compression fails for the reason {@code code}. */
    public CompressionException(Code code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    /** Returns the permanent code. */
    public Code code() {
        return code;
    }
}
