package io.penstock.review.desk;

import java.util.Optional;

/**
 * What becomes of a task that a person has.
 *
 * @param review review id
 * @param lease  id of the lease
 * @param said   the answer; empty: the task is given back
 */
public record Settlement(String review, String lease, Optional<Said> said) {
}
