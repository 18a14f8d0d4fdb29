/** Sheets of digits that were read alike, from many documents, for one look: what is on them, and what a look at them proves. */
package io.penstock.review.grid;
