package io.penstock.review.queue;

import io.penstock.schema.FieldKind;
import io.penstock.schema.OpenTask;
import java.util.Map;

/**
 * What a task is worth: the error that a second of work on it removes, and how long its document has waited.
 *
 * <p>The first part is the probability that the machine is wrong times what an error of this kind costs, divided by the seconds that people
 * take for such tasks. Age adds as much to every task in every hour, so the order of two tasks never changes by waiting and a sorted index
 * stays sorted.
 *
 * @param costs   what an error costs, by kind; UNKNOWN is a whole page
 * @param seconds what a task takes while nothing was measured, by kind
 * @param anHour  what an hour of waiting adds
 */
public record Worth(Map<FieldKind, Double> costs, Map<FieldKind, Double> seconds, double anHour) {

    private static final double MILLIS_AN_HOUR = 3_600_000;

    /** What a whole page has instead of a confidence: that nobody knows. */
    private static final double IN_DOUBT = 0.5;

    /** Returns the place of a task: higher comes first. {@code seconds} is what people take for its kind. */
    double rank(OpenTask task, double seconds) {
        double confidence = task.getConfidence() == null ? IN_DOUBT : task.getConfidence();
        double removed = (1 - confidence) * costs.get(task.getKind()) / seconds;
        return removed - anHour * (task.getSubmittedAt().toEpochMilli() / MILLIS_AN_HOUR);
    }
}
