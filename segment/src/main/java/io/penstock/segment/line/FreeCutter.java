package io.penstock.segment.line;

import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.glyph.Cut;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.InkReason;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.Writing;
import io.penstock.segment.ink.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a free field, digits written without boxes, into a lattice of candidate characters. */
public final class FreeCutter {

    /** Code of a line on which a speck, too faint or too small for writing, may be the point of an amount. */
    public static final String FAINT_POINT = "FAINT_POINT";
    private static final double MARGIN_MM = 1.5;
    private static final int MIN_EDGES = 3;
    /** An image without a form is taken for a line of writing of this height, until its digits have been seen. */
    private static final double TYPICAL_HEIGHT_MM = 9;
    private static final double DIGIT_MM = 4;
    private static final double SCALE = 11;
    private static final double MAX_FACTOR = 4;

    private FreeCutter() {
    }

    /** Cuts a free field of a registered form. */
    public static Cut cut(PageImage page, Homography transform, Place.Free place, double tolerance) {
        try (MatScope mats = new MatScope()) {
            Patch patch = Patch.cut(mats, page, transform, place.area().grow(MARGIN_MM + tolerance));
            Ink ink = Ink.faint(patch);
            byte[] before = ink.mask().clone();
            List<String> reasons = new ArrayList<>();
            Zone zone = zone(place, patch, ink, tolerance, reasons);
            return FreeLine.onForm(patch, ink, before, zone, page::paper).cut(reasons);
        }
    }

    /** Returns where people write, a frame around it dropped out of the ink. */
    private static Zone zone(Place.Free place, Patch patch, Ink ink, double tolerance, List<String> reasons) {
        if (!place.framed()) {
            double margin = MARGIN_MM * patch.scale();
            return new Zone(margin, margin, patch.width() - margin, patch.height() - margin, 0);
        }
        FrameLocator.Frame frame = new FrameLocator(ink, patch, place, tolerance).dropOut();
        if (frame.zone().edges() < MIN_EDGES) {
            reasons.add(FrameLocator.FRAME_NOT_FOUND);
        }
        if (frame.cutOff()) {
            reasons.add(InkReason.INK_CUT_OFF.name());
        }
        return frame.zone();
    }

    /** Cuts an image that is one field and no form. */
    public static Cut cutWhole(PageImage page) {
        try (MatScope mats = new MatScope()) {
            return line(mats, page).cut(List.of());
        }
    }

    /** Returns the picture of the line on an image that is one field, or nothing where nothing is written. */
    public static Optional<LineImage> picture(PageImage page) {
        try (MatScope mats = new MatScope()) {
            return line(mats, page).image();
        }
    }

    /** Returns the line of an image that is one field: its scale is guessed from its height, then from its digits. */
    static FreeLine line(MatScope mats, PageImage page) {
        Patch rough = Patch.whole(page, Math.max(2, page.height() / TYPICAL_HEIGHT_MM));
        CellFrame seen = unruled(rough);
        double digit = Writing.of(rough.scale(), seen.ink(), seen.zone()).digitHeight();
        Patch patch = rough.resized(mats, Math.min(MAX_FACTOR, SCALE * DIGIT_MM / digit), SCALE);
        CellFrame frame = unruled(patch);
        return FreeLine.alone(patch, frame.ink(), frame.zone());
    }

    /** Returns the ink without what was printed around the field. */
    static CellFrame unruled(Patch patch) {
        CellFrame frame = CellFrame.around(Ink.faint(patch), patch.scale());
        Ink ink = frame.ink();
        byte[] before = ink.mask().clone();
        boolean ruled = new RuleLines(ink, patch.scale()).erase();
        if (!BoxEdges.erase(ink) && !ruled) {
            return frame;
        }
        boolean[] erased = new boolean[before.length];
        for (int i = 0; i < erased.length; i++) {
            erased[i] = before[i] != ink.mask()[i];
        }
        return new CellFrame(ink.without(erased), frame.zone());
    }
}
