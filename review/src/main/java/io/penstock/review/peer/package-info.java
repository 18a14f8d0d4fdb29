/** Processes of the review stage ask each other about the tasks of their partitions, so that each serves one queue. */
package io.penstock.review.peer;
