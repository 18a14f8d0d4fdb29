package io.penstock.segment.line;

import io.penstock.schema.UnexplainedInk;
import io.penstock.segment.glyph.Cut;
import io.penstock.segment.ink.Alteration;
import io.penstock.segment.ink.Blob;
import io.penstock.segment.ink.Blobs;
import io.penstock.segment.ink.FaintInk;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.InkAccount;
import io.penstock.segment.ink.InkReason;
import io.penstock.segment.ink.PaperMarks;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.Slant;
import io.penstock.segment.ink.Writing;
import io.penstock.segment.ink.Zone;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * The writing of a free field, found and measured: ready to be cut into characters and to have its picture taken.
 *
 * @param patch   where it is from
 * @param ink     its ink as it leans
 * @param all     the same with the specks that are taken for no writing
 * @param before  which pixels were ink before printed lines were taken out of it
 * @param slant   by how much it leans
 * @param upright the writing in {@link Ink#upright} of it
 * @param rest    what else there was
 */
record FreeLine(Patch patch, Ink ink, Ink all, byte[] before, double slant, Writing upright, Rest rest) {

    private static final int LONGEST_RUN = 6;
    /** More cut positions than this are no number: twenty digits, each of three pieces, have fewer. */
    private static final int MOST_NODES = 61;
    /** Greatest width of what is no stroke of the pen, in widths of the pen. */
    private static final double THIN = 0.55;
    /** Least height of what is compared with others, in heights of a digit. */
    private static final double TALL = 0.6;

    /**
     * Ink that may not be all taken for writing.
     *
     * @param faint  what faint ink there was
     * @param cutOff whether something that was left out reaches in from beside
     * @param pixels 1 where there was ink before what is beside the writing was erased, row by row
     * @param places where it is accounted for; none where the print around is not known
     * @param paper  how bright the page's paper is
     */
    private record Rest(FaintInk.Found faint, boolean cutOff, byte[] pixels, List<Zone> places, IntSupplier paper) {
    }

    /** Finds the writing in a zone of a form, strokes that are fainter than the rest among it. */
    static FreeLine onForm(Patch patch, Ink ink, byte[] before, Zone zone, IntSupplier paper) {
        Ink all = ink.cleaned(before);
        byte[] whole = ink.mask().clone();
        boolean cutOff = Writing.keepOnly(patch.scale(), ink, zone);
        List<Zone> places = List.of(FaintInk.clear(patch.scale(), zone));
        FaintInk.Found faint = FaintInk.add(patch, ink, before, places);
        return of(patch, ink, all, before, zone, new Rest(faint, cutOff, whole, places, paper));
    }

    /** Finds the writing on a picture of nothing but the field: what is printed around it is not known, and may be faint. */
    static FreeLine alone(Patch patch, Ink ink, Zone zone) {
        byte[] before = ink.mask().clone();
        Ink all = ink.cleaned(before);
        Writing.keepOnly(patch.scale(), ink, zone);
        return of(patch, ink, all, before, zone, new Rest(FaintInk.Found.NOTHING, false, before, List.of(), () -> 0));
    }

    private static FreeLine of(Patch patch, Ink ink, Ink all, byte[] before, Zone zone, Rest rest) {
        double slant = Slant.of(ink);
        Ink upright = ink.upright(slant);
        Zone wider = new Zone(zone.left(), zone.top(), zone.right() + 2 * ink.margin(slant), zone.bottom(), zone.edges());
        return new FreeLine(patch, ink, all, before, slant, Writing.of(patch.scale(), upright, wider), rest);
    }

    /** Returns why the ink may be less, or more, than what was written. */
    private Stream<InkReason> doubts(int nodes, byte[] written) {
        List<Blob> tall = upright.written().stream().filter(blob -> blob.height() > TALL * upright.digitHeight()).toList();
        Stream.Builder<InkReason> doubts = Stream.builder();
        if (rest.cutOff) {
            doubts.add(InkReason.INK_CUT_OFF);
        }
        if (FaintInk.isDoubtful(tall.stream().mapToDouble(upright::level).toArray(), rest.faint)
            || PaperMarks.hasCrumbs(patch, Blobs.of(rest.pixels, ink.width(), ink.height()), written, rest.places)) {
            doubts.add(InkReason.FAINT_INK);
        }
        if (rest.places.stream().anyMatch(place -> PaperMarks.isCovered(patch, before, place, rest.paper))) {
            doubts.add(InkReason.COVERED);
        }
        if (nodes > MOST_NODES || tall.stream().anyMatch(blob -> upright.strokeWidth(blob) < THIN * upright.pen())) {
            doubts.add(InkReason.INK_UNEXPLAINED);
        }
        return doubts.build();
    }

    /** Returns the possible cuts. */
    Lattice lattice() {
        return new Lattice(patch, ink, slant, upright, LONGEST_RUN);
    }

    /** Returns the picture, or nothing where nothing is written. */
    Optional<LineImage> image() {
        return LineImage.of(patch, ink.cleaned(before).upright(slant), upright, ink.margin(slant));
    }

    /** Returns what leaves this stage, with what went wrong before. */
    Cut cut(List<String> reasons) {
        Lattice lattice = lattice();
        byte[] written = lattice.written();
        List<UnexplainedInk> unexplained = new InkAccount(patch).unexplained(rest.pixels, written, rest.places);
        Stream<String> struck = StrikeThrough.in(upright) ? Stream.of(Alteration.STRUCK_OUT) : Stream.empty();
        Stream<String> point = FaintPoint.isIn(() -> all.upright(slant), upright) ? Stream.of(FreeCutter.FAINT_POINT) : Stream.empty();
        return new Cut(lattice.nodes(), lattice.glyphs(), image().map(LineImage::picture), unexplained,
            Stream.of(reasons.stream(), doubts(lattice.nodes(), written).map(InkReason::name), struck, point)
                .flatMap(codes -> codes).distinct().toList());
    }
}
