package io.penstock.app.process;

/** Why this process can't start, or can't go on: a permanent code, what happened, and what to do about it. */
public final class ProcessFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    /** What can keep a process from its work. */
    public enum Code {
        /** Another process listens on a port that this one needs. */
        PORT_IN_USE,
        /** Another process works in the data folder. */
        DATA_IN_USE,
        /** The data folder can't be made, read or written. */
        DATA_UNUSABLE,
        /** Another process keeps its state stores in the same folder. */
        STATE_IN_USE,
        /** No space is left where data is kept. */
        DISK_FULL,
        /** The broker in this process has stopped, or has not come up. */
        BROKER_FAILED,
        /** The start has made no progress for minutes. */
        START_STUCK,
        /** A library of machine code can't be loaded. */
        LIBRARY_UNUSABLE,
        /** No Kafka cluster answers at the address. */
        CLUSTER_UNREACHABLE,
        /** The cluster does not take the credentials, or is spoken to in another protocol than its own. */
        CLUSTER_REFUSES,
        /** The cluster's access rules forbid something that is needed. */
        RIGHT_MISSING,
        /** Schemas of records can't be published, registered or found. */
        SCHEMAS_UNAVAILABLE,
        /** Topics are missing, or are not what the stages need. */
        TOPICS_UNFIT
    }

    /** Keeps the code and the words. */
    public ProcessFailure(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** Keeps the code and the words, and what they were made from. */
    public ProcessFailure(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns the permanent code. */
    public Code code() {
        return code;
    }

    /** Returns the code and the words in one line, as a user sees it. */
    public String line() {
        return code + ": " + getMessage();
    }
}
