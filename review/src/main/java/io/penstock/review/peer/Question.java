package io.penstock.review.peer;

import io.penstock.review.queue.OpenTasks;
import io.penstock.review.queue.QueuedTask;
import io.penstock.review.queue.Wanted;
import java.time.Instant;
import java.util.List;

/**
 * What one process asks another about the tasks of its partitions.
 *
 * @param ask      what is wanted of them
 * @param reviewer the person it is about; empty where it is about none
 * @param wanted   NEXT: which tasks; null otherwise
 * @param review   FIND: the review id; FATE: the document id; null otherwise
 * @param from     FIGURES: since when, milliseconds; 0 otherwise
 */
record Question(Ask ask, String reviewer, Wanted wanted, String review, long from) {

    /** What can be asked. */
    enum Ask {
        /** The tasks that a person is to be offered next. */
        NEXT,
        /** The tasks that a person has or had a lease on. */
        LEASED,
        /** The tasks that a person answered last. */
        ANSWERED,
        /** One task. */
        FIND,
        /** How many are open. */
        COUNT,
        /** What became of a document. */
        FATE,
        /** What was counted since a time. */
        FIGURES
    }

    /** Returns the tasks of this process that answer it. */
    List<QueuedTask> tasks(OpenTasks open) {
        return switch (ask) {
            case NEXT -> open.next(wanted, Instant.now(), review -> true);
            case LEASED -> open.leasedTo(reviewer);
            case ANSWERED -> open.answeredBy(reviewer);
            case FIND -> open.find(review).stream().toList();
            case COUNT, FATE, FIGURES -> List.of();
        };
    }
}
