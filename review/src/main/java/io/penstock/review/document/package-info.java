/** What became of each document, for whoever sent it, and the way in for new ones. What people are asked about them is in {@code queue}. */
package io.penstock.review.document;
