/**
 * The making of an ensemble of trained networks: temperatures and the gate's level, fitted on validation glyphs only. Nothing is trained
 * here, and what measures networks on the unseen is not used.
 */
package io.penstock.train.calibrate;
