package io.penstock.review.lease;

import io.penstock.schema.Correction;
import io.penstock.schema.LeaseRequest;
import io.penstock.schema.ReviewTask;

/** What changes the tasks, by the topic that it comes from. */
public sealed interface Input {

    /** A person is asked; null: is asked no more. */
    record Asked(ReviewTask task) implements Input { }

    /** A person has read something. */
    record Read(Correction correction) implements Input { }

    /** A person wants something with a task. */
    record Requested(LeaseRequest request) implements Input { }
}
