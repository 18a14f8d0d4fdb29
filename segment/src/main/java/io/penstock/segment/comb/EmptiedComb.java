package io.penstock.segment.comb;

import io.penstock.schema.UnexplainedInk;
import io.penstock.segment.form.Comb;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.ink.FaintInk;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.InkAccount;
import io.penstock.segment.ink.InkReason;
import io.penstock.segment.ink.Lines;
import io.penstock.segment.ink.PaperMarks;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.PenWidth;
import io.penstock.segment.ink.Zone;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A comb whose printed lines were found and dropped out.
 *
 * @param patch     where it is from; owned by the scope it was cut in
 * @param ink       what is left
 * @param before    what was ink before the lines were dropped out
 * @param lines     where they are
 * @param faint     what ink was found that is fainter than the rest
 * @param paper     how bright the page's paper is
 * @param occupants what stands in which box
 */
record EmptiedComb(Patch patch, Ink ink, byte[] before, Lines lines, FaintInk.Found faint, IntSupplier paper, Occupants occupants) {

    private static final double MARGIN_MM = 2.5;

    /** Finds a comb; {@code tolerance} millimetres are added to the search. */
    static EmptiedComb of(MatScope mats, PageImage page, Homography transform, Comb comb, double tolerance) {
        Patch patch = Patch.cut(mats, page, transform, comb.area().grow(MARGIN_MM + tolerance));
        Ink seen = Ink.of(patch);
        Lines found = new CombLocator(seen, patch).locate(comb, tolerance);
        Slip slip = Slip.along(seen, found, patch.scale());
        boolean slipped = slip.isOne(patch.scale());
        if (slipped) {
            slip.mend(patch);
        }
        Ink ink = slipped ? Ink.of(patch) : seen;
        Lines lines = slipped ? new CombLocator(ink, patch).locate(comb, tolerance) : found;
        double pen = PenWidth.in(ink, lines, patch.scale());
        byte[] before = ink.mask().clone();
        dropOut(patch, ink, lines, pen);
        FaintInk.Found faint = FaintInk.add(patch, ink, before, boxes(patch, lines));
        return new EmptiedComb(patch, ink, before, lines, faint, page::paper, new Occupants(ink, lines, patch.scale(), pen));
    }

    /** Returns the strokes in its boxes that are neither print nor part of what is written in one. */
    List<UnexplainedInk> unexplained() {
        return new InkAccount(patch).unexplained(ink.mask(), occupants.inGlyphs(), boxes(patch, lines));
    }

    /** Returns what its paper says against what is written on it. */
    Stream<InkReason> doubts() {
        Zone all = FaintInk.clear(patch.scale(), new Zone(lines.left(), lines.top(), lines.right(), lines.bottom(), 0));
        Stream.Builder<InkReason> doubts = Stream.builder();
        if (PaperMarks.isCovered(patch, before, all, paper)) {
            doubts.add(InkReason.COVERED);
        }
        if (PaperMarks.hasCrumbs(patch, occupants.all(), occupants.inGlyphs(), boxes(patch, lines))) {
            doubts.add(InkReason.FAINT_INK);
        }
        return doubts.build();
    }

    private static List<Zone> boxes(Patch patch, Lines lines) {
        return IntStream.range(0, lines.boxes()).mapToObj(box -> FaintInk.clear(patch.scale(),
            new Zone(lines.verticals()[box], lines.top(), lines.verticals()[box + 1], lines.bottom(), 0))).toList();
    }

    private static void dropOut(Patch patch, Ink ink, Lines lines, double pen) {
        CombDropout dropout = new CombDropout(ink, patch.scale(), pen);
        double beyond = patch.scale();
        double left = lines.left() - beyond;
        double right = lines.right() + beyond;
        dropout.horizontal(lines.top(), left, right, lines.topThickness(), lines.pitch(), lines.verticals());
        dropout.horizontal(lines.bottom(), left, right, lines.bottomThickness(), lines.pitch(), lines.verticals());
        for (int i = 0; i < lines.verticals().length; i++) {
            dropout.vertical(lines.verticals()[i], lines.top() - beyond, lines.bottom() + beyond, lines.thickness()[i],
                lines.bottom() - lines.top());
        }
    }
}
