package io.penstock.review.desk;

/** Says why the desk cannot do what a person wants. */
public final class DeskException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** Takes a permanent code and what to do about it. */
    public DeskException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Returns the permanent code. */
    public String code() {
        return code;
    }
}
