/**
 * Labelled images of digits and the frame that MNIST puts a digit in. Where sets come from and how their files are read is
 * {@code io.penstock.train.data}.
 */
package io.penstock.synth.digit;
