/**
 * Drawings of what is not a digit but stands where digits are expected, and of plain digits in the same pen: what the reject network learns
 * from.
 */
package io.penstock.synth.rubbish;
