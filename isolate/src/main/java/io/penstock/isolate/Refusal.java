package io.penstock.isolate;

/** The answer of work that an input is at fault, with a permanent code. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** Refuses an input; {@code message} says what was found and what to do about it. */
    public Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Returns the permanent code. */
    public String code() {
        return code;
    }
}
