package io.penstock.review.lease;

import java.time.Duration;

/**
 * How long things hold that people do with tasks; all by the time of the records, never a process's clock.
 *
 * @param lease       how long a person has a task
 * @param postponed   how long a task that was put off is not offered
 * @param correctable how long a person may correct an answer
 * @param unconfirmed how long an answered task is not offered while the sink has not taken the answer
 */
public record LeaseTimes(Duration lease, Duration postponed, Duration correctable, Duration unconfirmed) {
}
