package io.penstock.review.lease;

import io.penstock.schema.Correction;
import io.penstock.schema.OpenTask;
import java.util.Optional;

/** What becomes of a request about a task. */
sealed interface Verdict {

    /**
     * The request is granted.
     *
     * @param task       the task from now on
     * @param correction what goes to the sink; empty where nothing does
     */
    record Granted(OpenTask task, Optional<Correction> correction) implements Verdict { }

    /** The request is refused; nothing changes. */
    record Refused(Refusal why) implements Verdict { }
}
