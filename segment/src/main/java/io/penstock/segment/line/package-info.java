/**
 * Writing without boxes: the frame or ruled lines around it, its lattice of possible cuts, its picture for the line reader, and whether it
 * was struck out. Boxes are {@code segment.comb}.
 */
package io.penstock.segment.line;
