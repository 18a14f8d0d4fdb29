/**
 * Kinds of rubbish that measure what networks make of things they were never shown. Nothing here is for training, for choosing a network or
 * for calibration: only {@code train.evaluate} may use it (a test holds that), and a kind that the training generator learns to draw must
 * leave.
 */
package io.penstock.synth.rubbish.unseen;
