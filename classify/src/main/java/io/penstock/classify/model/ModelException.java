package io.penstock.classify.model;

/** A model or ensemble that cannot be used; the message says which and what to do. */
public final class ModelException extends RuntimeException {

    /** Permanent code of what is wrong. */
    public enum Code {
        /** A record, weights file or ensemble is not where it should be. */
        MODEL_NOT_FOUND,
        /** A record or ensemble is not the JSON it should be, or weights are no network that fits. */
        MODEL_UNREADABLE,
        /** The content of a weights file is not the one that its name promises. */
        MODEL_ALTERED,
        /** A record says of its network, or an ensemble of its parts, what is not so. */
        MODEL_MISMATCH,
        /** A network has a layer or setting that the asked-for file format, or the export to it, does not know. */
        MODEL_NOT_EXPORTABLE
    }

    private final Code code;

    /** A model cannot be used for the reason {@code code}. */
    public ModelException(Code code, String message, Throwable cause) {
        super(code + ": " + message, cause);
        this.code = code;
    }

    /** Returns the permanent code. */
    public Code code() {
        return code;
    }
}
