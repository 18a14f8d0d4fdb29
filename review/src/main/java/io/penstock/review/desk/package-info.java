/** What a person asks of the open tasks: the next ones, their pictures, answers; whichever process works on them. */
package io.penstock.review.desk;
