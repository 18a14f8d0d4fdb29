/**
 * Lines of free writing for the line reader: what people write there, how it looks on paper, the loss and the training of the network that
 * reads it. How a line's picture is taken is the segment stage's; how the network answers is the classify stage's.
 */
package io.penstock.train.line;
