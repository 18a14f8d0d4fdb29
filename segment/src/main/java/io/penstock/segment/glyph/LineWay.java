package io.penstock.segment.glyph;

import io.penstock.schema.LinePicture;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Lines;
import io.penstock.segment.ink.Patch;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** A way to take what stands in printed boxes for a line of writing. */
public interface LineWay {

    /**
     * Cuts what is written across the boxes of a comb.
     *
     * @param patch   where it is from
     * @param ink     its ink without the printed boxes; its mask is changed
     * @param before  what was ink before they were taken out of it
     * @param lines   where they stand
     * @param paper   how bright the page's paper is
     * @param reasons what went wrong before
     */
    Cut cut(Patch patch, Ink ink, byte[] before, Lines lines, IntSupplier paper, List<String> reasons);

    /**
     * Takes the picture of what stands in boxes; nothing where nothing is written, or more than one picture holds.
     *
     * @param patch   where its left end is from
     * @param written all that stands in boxes, as if none were printed
     * @param lines   the boxes at its left end
     */
    Optional<LinePicture> picture(Patch patch, Ink written, Lines lines);
}
