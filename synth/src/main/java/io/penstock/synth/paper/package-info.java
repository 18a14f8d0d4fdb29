/**
 * The sheet: the form as it was printed, its paper, colours and grain, and what happens to a page before it is scanned. How it is seen is
 * {@code io.penstock.synth.scanner}.
 */
package io.penstock.synth.paper;
