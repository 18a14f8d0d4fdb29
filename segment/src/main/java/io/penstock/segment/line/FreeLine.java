package io.penstock.segment.line;

import io.penstock.segment.glyph.Cut;
import io.penstock.segment.ink.Alteration;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.Slant;
import io.penstock.segment.ink.Writing;
import io.penstock.segment.ink.Zone;
import java.util.List;
import java.util.Optional;
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
 */
record FreeLine(Patch patch, Ink ink, Ink all, byte[] before, double slant, Writing upright) {

    private static final int LONGEST_RUN = 6;

    /** Finds the writing in a zone of a patch. */
    static FreeLine of(Patch patch, Ink ink, byte[] before, Zone zone) {
        Ink all = ink.cleaned(before);
        Writing.keepOnly(patch.scale(), ink, zone);
        double slant = Slant.of(ink);
        Ink upright = ink.upright(slant);
        Zone wider = new Zone(zone.left(), zone.top(), zone.right() + 2 * ink.margin(slant), zone.bottom(), zone.edges());
        return new FreeLine(patch, ink, all, before, slant, Writing.of(patch.scale(), upright, wider));
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
        Stream<String> struck = StrikeThrough.in(upright) ? Stream.of(Alteration.STRUCK_OUT) : Stream.empty();
        Stream<String> point = FaintPoint.isIn(all.upright(slant), upright) ? Stream.of(FreeCutter.FAINT_POINT) : Stream.empty();
        return new Cut(lattice.nodes(), lattice.glyphs(), image().map(LineImage::picture),
            Stream.of(reasons.stream(), struck, point).flatMap(codes -> codes).toList());
    }
}
