package io.penstock.review.queue;

import io.penstock.schema.OpenTask;

/**
 * A task in its place.
 *
 * @param review review id
 * @param task   the task
 * @param rank   higher comes first
 */
public record QueuedTask(String review, OpenTask task, double rank) {

    /** Returns whether the task comes before another. */
    int compareInQueue(QueuedTask other) {
        int order = Double.compare(other.rank, rank);
        return order == 0 ? review.compareTo(other.review) : order;
    }
}
