package io.penstock.synth.paper;

import io.penstock.synth.handwriting.Ink;
import java.util.List;

/**
 * A form that somebody has filled in, before it is scanned.
 *
 * @param copy     the printed form
 * @param ink      what was written on it, millimetres from the form's top left corner
 * @param paper    tone of the paper
 * @param printing colour of the printed lines
 * @param pen      colour of the ink
 * @param strength how much of the paper the ink covers, 0 to 1
 * @param layers   what lies above, from the lowest to the topmost
 */
public record Sheet(FormCopy copy, Ink ink, Paint paper, Paint printing, Paint pen, double strength, List<Layer> layers) {

    /** Copies the list. */
    public Sheet {
        layers = List.copyOf(layers);
    }
}
