/**
 * Lines of free writing: what people write there, how it looks on paper, and how one picture of a line is varied.
 *
 * <p>How a line's picture is taken is the segment stage's; what a network learns from it is {@code io.penstock.train.sample}.
 */
package io.penstock.synth.line;
