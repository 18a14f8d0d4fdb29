package io.penstock.review.lease;

import io.penstock.schema.Correction;
import io.penstock.schema.LeaseDecision;

/** What the processor sends on, by the topic it is for. */
public sealed interface Outcome {

    /** An answer that is taken. */
    record Answered(Correction correction) implements Outcome { }

    /** What became of a request. */
    record Decided(LeaseDecision decision) implements Outcome { }
}
