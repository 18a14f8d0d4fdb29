/**
 * What is printed on a page, whatever the form: its straight edges and the turn and tilt that they show, its thin lines and solid blocks as
 * a map of bits. Which form it is and where it lies is {@code segment.registration}.
 */
package io.penstock.segment.registration.print;
