package io.penstock.review.desk;

import io.penstock.schema.OpenTask;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import java.util.List;
import java.util.Optional;

/**
 * A task that a person has, with all there is to see of it.
 *
 * @param review     review id
 * @param state      what the review stage remembers
 * @param task       what the sink asked; empty where the topic has it no more: then there is no snippet
 * @param neighbours the other numbers of its page, as they were read
 */
public record HeldTask(String review, OpenTask state, Optional<ReviewTask> task, List<RecognizedNumber> neighbours) {
}
