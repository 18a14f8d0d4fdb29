/**
 * Who may answer a task, and what becomes of the answer: the rules of leases and of double keying, and the processor that holds requests
 * to them in the order of the topic. Nothing here knows HTTP.
 */
package io.penstock.review.lease;
