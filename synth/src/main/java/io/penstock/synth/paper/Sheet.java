package io.penstock.synth.paper;

import io.penstock.synth.handwriting.Ink;

/**
 * A form that somebody has filled in, before it is scanned.
 *
 * @param copy     the printed form
 * @param ink      what was written on it, millimetres from the form's top left corner
 * @param paper    tone of the paper
 * @param printing colour of the printed lines
 * @param pen      colour of the ink
 * @param strength how much of the paper the ink covers, 0 to 1
 */
public record Sheet(FormCopy copy, Ink ink, Paint paper, Paint printing, Paint pen, double strength) {
}
