/** Who sends a request, and what that person may: one seam, so that the way to log in can be another. */
package io.penstock.review.access;
