/** In which order open tasks are offered: what a task is worth a second, and the sorted index of each partition in memory. */
package io.penstock.review.queue;
