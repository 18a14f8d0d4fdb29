package io.penstock.example;

import org.apache.avro.generic.GenericRecord;

/**
 * Which submission of a document a record is of; of two the later holds.
 *
 * @param id        its UUID; empty in records of early versions
 * @param at        when the broker took it, milliseconds
 * @param partition its partition on the topic of documents
 * @param offset    its offset there
 */
record Submission(String id, long at, int partition, long offset) {

    /** Before any. */
    static final Submission NONE = new Submission("", Long.MIN_VALUE / 2, -1, 0);

    private static final long CLOCK_SKEW_MILLIS = 3_600_000;

    /** Returns the submission of a number or a result. */
    static Submission of(GenericRecord record) {
        GenericRecord submission = (GenericRecord) record.get("submission");
        return new Submission(Records.text(submission, "id"), (long) submission.get("submittedAt"), (int) submission.get("partition"),
            (long) submission.get("offset"));
    }

    /** Returns the submission in a state that {@link #into} wrote. */
    static Submission from(GenericRecord state) {
        return new Submission(state.get("id").toString(), (long) state.get("at"), (int) state.get("partition"), (long) state.get("offset"));
    }

    /** Writes it into a state. */
    void into(GenericRecord state) {
        state.put("id", id);
        state.put("at", at);
        state.put("partition", partition);
        state.put("offset", offset);
    }

    /** Returns whether both are the same: a producer may have sent it twice under one id. */
    boolean isSame(Submission other) {
        return id.isEmpty() ? equals(other) : id.equals(other.id);
    }

    /** Returns whether it holds and the other does not. In one partition offsets say so, even where clocks were put back a little. */
    boolean isLaterThan(Submission other) {
        boolean further = partition == other.partition && offset > other.offset;
        return !isSame(other) && at > (further ? other.at - CLOCK_SKEW_MILLIS : other.at);
    }
}
