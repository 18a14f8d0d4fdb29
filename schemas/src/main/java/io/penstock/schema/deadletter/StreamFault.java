package io.penstock.schema.deadletter;

/** The permanent error codes of faults that any stage may meet, outside its own work on a document. */
public enum StreamFault {

    /** The bytes of a record are no Avro record that this version knows: sent by something else, or by a newer version. */
    RECORD_UNREADABLE("the record is not a Penstock record that this version can read; send it again from the stage before, "
        + "or replay it after upgrading this stage"),

    /** What the stage made of the record is larger than a topic takes. */
    RECORD_TOO_LARGE("what this stage made of the record is larger than a topic takes; raise record.max.bytes (and max.message.bytes "
        + "of existing topics), or scan at a lower resolution, and replay it"),

    /** Work on the record took longer than allowed and was given up. */
    TIMEOUT("work on the record took too long and was given up; look at the scan, or raise isolation.page.seconds, and replay it"),

    /** Work on the record took more memory than there is or than it may. */
    OUT_OF_MEMORY("work on the record took too much memory; scan at a lower resolution, or raise isolation.memory.mb, and replay it"),

    /** The process that worked on the record died of it. */
    CRASHED("the process that worked on the record died of it, please report it with the document; replay it after upgrading"),

    /** The stage met an error that it has no code for: a defect of Penstock. */
    STAGE_FAILED("the stage failed in an unforeseen way, please report it; replay the record after upgrading");

    private final String advice;

    StreamFault(String advice) {
        this.advice = advice;
    }

    /** Returns what happened and what to do about it, with the cause's own words. */
    public String message(Throwable cause) {
        String words = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return message(cause.getClass().getSimpleName() + words);
    }

    /** Returns what happened and what to do about it, with what is known. */
    public String message(String known) {
        return advice + " (" + known + ")";
    }
}
