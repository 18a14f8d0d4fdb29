package io.penstock.segment.field;

import io.penstock.schema.Glyph;
import io.penstock.segment.form.Place;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.registration.Homography;
import java.util.List;

/** Cuts a free field, digits written without boxes, into a lattice of candidate characters. */
final class FreeCutter {

    private static final double MARGIN_MM = 1.5;
    private static final int MIN_EDGES = 3;
    private static final double TYPICAL_HEIGHT_MM = 9;
    private static final double RULE_SHARE = 0.6;

    private FreeCutter() {
    }

    /** Cuts a free field of a registered form. */
    static Cut cut(PageImage page, Homography transform, Place.Free place, double tolerance) {
        try (MatScope mats = new MatScope()) {
            Patch patch = Patch.cut(mats, page, transform, place.area().grow(MARGIN_MM + tolerance));
            Ink ink = Ink.of(patch);
            if (!place.framed()) {
                double margin = MARGIN_MM * patch.scale();
                return lattice(patch, ink, new FrameLocator.Zone(margin, margin, patch.width() - margin, patch.height() - margin, 0), List.of());
            }
            FrameLocator.Zone zone = new FrameLocator(ink, patch, tolerance).dropOut(place.area());
            return lattice(patch, ink, zone, zone.edges() < MIN_EDGES ? List.of(FrameLocator.FRAME_NOT_FOUND) : List.of());
        }
    }

    /** Cuts an image that is one field and no form: its scale is guessed from its height. */
    static Cut cutWhole(PageImage page) {
        double scale = Math.max(2, page.height() / TYPICAL_HEIGHT_MM);
        Patch patch = Patch.whole(page, scale);
        Ink ink = Ink.of(patch);
        dropRules(ink, scale);
        return lattice(patch, ink, new FrameLocator.Zone(0, 0, ink.width(), ink.height(), 0), List.of());
    }

    /** Removes lines that run through most of the image: what was printed around the field. */
    private static void dropRules(Ink ink, double scale) {
        Dropout dropout = new Dropout(ink, scale);
        Profile rows = Profile.ofRows(ink, 0, ink.width());
        for (int y = 0; y < rows.length(); y++) {
            if (rows.get(y) > RULE_SHARE) {
                dropout.horizontal(y, 0, ink.width(), rows.thickness(y));
            }
        }
    }

    private static Cut lattice(Patch patch, Ink ink, FrameLocator.Zone zone, List<String> reasons) {
        List<Glyph> glyphs = new Lattice(patch, ink, zone).glyphs();
        int nodes = glyphs.stream().mapToInt(Glyph::getTo).max().orElse(0) + 1;
        return new Cut(nodes, glyphs, reasons);
    }
}
