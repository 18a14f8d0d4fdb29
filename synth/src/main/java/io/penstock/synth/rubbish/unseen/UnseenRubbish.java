package io.penstock.synth.rubbish.unseen;

import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * Kinds of ink that are no digit and that no network has learnt from, each with a drawing of it.
 *
 * <p>For measuring only. What a careful reader could take for a digit is left out: rings, lone upright strokes, letters that look like
 * digits.
 */
public enum UnseenRubbish {

    /** A small letter: a, e, k, m, n, w. */
    SMALL_LETTER(HandMarks::smallLetter),

    /** A capital: A, E, F, H, K, M, N, W. */
    CAPITAL_LETTER(HandMarks::capitalLetter),

    /** A piece of a word: three or four letters in a row. */
    WORD(HandMarks::word),

    /** A tick: a short stroke down, a long one up. */
    TICK(HandMarks::tick),

    /** An asterisk of three to five strokes. */
    ASTERISK(HandMarks::asterisk),

    /** A five-pointed star, drawn in one go. */
    STAR(HandMarks::star),

    /** Part of a rubber stamp: a frame with bars of lettering in it, worn. */
    STAMP(PaperMarks::stamp),

    /** Creases of the paper: thin broken lines that branch off each other. */
    CREASE(PaperMarks::crease),

    /** What a cup leaves: a flat arc, wide here and thin there, with splashes. */
    STAIN(PaperMarks::stain),

    /** A hash sign or a piece of a printed grid: two or three lines each way. */
    GRID(PaperMarks::grid),

    /** A triangle, standing on a side or a corner, empty or filled. */
    TRIANGLE(HandMarks::triangle),

    /** A spiral of more than two turns. */
    SPIRAL(HandMarks::spiral),

    /** A piece of a signature: loops and waves run together along a line. */
    SIGNATURE(HandMarks::signature),

    /** A piece of a bar code: five to nine upright bars of several widths. */
    BARCODE(PaperMarks::barcode),

    /** Dots of a printed grey: a patch of a raster. */
    HALFTONE(PaperMarks::halftone),

    /** A staple with its shadow: a long flat bar, two short legs, and the same again beneath, fainter. */
    STAPLE(PaperMarks::staple),

    /** A percent sign. */
    PERCENT(HandMarks::percent),

    /** A question mark, its dot apart. */
    QUESTION_MARK(HandMarks::questionMark),

    /** An arrow that points to a side. */
    ARROW(HandMarks::arrow),

    /** A plus sign, sometimes between brackets or dots. */
    PLUS(HandMarks::plus);

    private final BiFunction<InkSheet, SplittableRandom, byte[]> drawing;

    UnseenRubbish(BiFunction<InkSheet, SplittableRandom, byte[]> drawing) {
        this.drawing = drawing;
    }

    /**
     * Draws a piece of rubbish of this kind.
     *
     * @param random decides everything
     * @return a glyph of 784 bytes
     */
    public byte[] draw(SplittableRandom random) {
        return drawing.apply(new InkSheet(random), random);
    }
}
