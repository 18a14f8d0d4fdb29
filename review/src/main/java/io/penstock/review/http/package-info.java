/** The HTTP of the review stage: routes, what is refused, JSON, the files of the console. Decides nothing about tasks. */
package io.penstock.review.http;
