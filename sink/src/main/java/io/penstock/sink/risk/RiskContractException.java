package io.penstock.sink.risk;

/** A risk contract that cannot be used; the message begins with the code and says what to do. */
public final class RiskContractException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Permanent code of what is wrong. */
    public enum Code {
        /** There is no readable file of that name. */
        RISK_CONTRACT_NOT_FOUND,
        /** The file is not the JSON that it should be; the message says where. */
        RISK_CONTRACT_UNREADABLE,
        /** The content is not the one that its version was made of: somebody has edited it. */
        RISK_CONTRACT_ALTERED
    }

    private final Code code;

    /** A contract cannot be used for the reason {@code code}. */
    public RiskContractException(Code code, String message, Throwable cause) {
        super(code + ": " + message, cause);
        this.code = code;
    }

    /** Returns the permanent code. */
    public Code code() {
        return code;
    }
}
