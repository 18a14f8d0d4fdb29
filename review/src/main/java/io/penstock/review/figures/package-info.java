/** How the work goes: what is counted hour by hour out of the topics, and what is told of it. Decides nothing. */
package io.penstock.review.figures;
