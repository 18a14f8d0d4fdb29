package io.penstock.review.access;

/** Says by a code what is wrong with users, or with how they log in. */
public final class AccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final AccessFault fault;

    /** Says what is wrong; {@code where} names a file or a user. */
    public AccessException(AccessFault fault, String where) {
        this(fault, where, null);
    }

    /** Says what is wrong and from what that is known. */
    public AccessException(AccessFault fault, String where, Throwable cause) {
        super(fault + ": " + where + ": " + fault.advice(), cause);
        this.fault = fault;
    }

    /** Returns the code. */
    public AccessFault fault() {
        return fault;
    }
}
