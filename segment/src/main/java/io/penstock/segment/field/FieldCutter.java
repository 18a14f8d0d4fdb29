package io.penstock.segment.field;

import io.penstock.schema.Box;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.Glyph;
import io.penstock.schema.LinePicture;
import io.penstock.schema.SegmentedField;
import io.penstock.schema.UnexplainedInk;
import io.penstock.segment.comb.CombCutter;
import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.glyph.Cut;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.ink.InkAccount;
import io.penstock.segment.ink.InkReason;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.line.BoxedLine;
import io.penstock.segment.line.FreeCutter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Cuts the fields of a page into glyphs, each with its snippet for a person. Stateless. */
public final class FieldCutter {

    /** Code of a field of which a part lies outside the picture. */
    static final String OFF_PAGE = "OFF_PAGE";
    private static final double SNIPPET_MARGIN_MM = 2;

    private FieldCutter() {
    }

    /** Cuts one field of a registered form. */
    public static SegmentedField cut(PageImage page, Homography transform, FieldDefinition field, Streaks streaks) {
        Cut cut = field.place() instanceof Place.Boxes boxes
            ? CombCutter.cut(page, transform, boxes.combs(), field.tolerance(), new BoxedLine())
            : FreeCutter.cut(page, transform, (Place.Free) field.place(), field.tolerance());
        List<String> reasons = new ArrayList<>(reasons(cut, field.rules()));
        if (!isOnPage(page, transform, field.place().area())) {
            reasons.add(OFF_PAGE);
        }
        if (InkAccount.isOff(cut.unexplained()) && !reasons.contains(InkReason.INK_UNEXPLAINED.name())) {
            reasons.add(InkReason.INK_UNEXPLAINED.name());
        }
        if (streaks.cross(field.place())) {
            reasons.add(InkReason.STREAK.name());
        }
        Area shown = field.place().area().grow(SNIPPET_MARGIN_MM + field.tolerance());
        Box box = page.onScan(bounds(transform, field.place().area()));
        return new SegmentedField(field.name(), field.rules(), box, ByteBuffer.wrap(snippet(page, transform, shown)),
            cut.nodes(), onScan(page, cut), line(page, cut), reasons, 1, unexplained(page, cut));
    }

    private static boolean isOnPage(PageImage page, Homography transform, Area area) {
        Area bounds = transform.bounds(area);
        return bounds.x() >= 0 && bounds.y() >= 0 && bounds.right() <= page.width() && bounds.bottom() <= page.height();
    }

    /** Of other kinds than amounts nothing depends on a point. */
    private static List<String> reasons(Cut cut, FieldRules rules) {
        return cut.reasons().stream()
            .filter(reason -> rules.getKind() == FieldKind.AMOUNT || !reason.equals(FreeCutter.FAINT_POINT)).toList();
    }

    /** Cuts an image that is one field and no form. */
    public static SegmentedField cutWhole(PageImage page, String name, FieldRules rules) {
        Cut cut = FreeCutter.cutWhole(page);
        Box all = new Box(0, 0, page.width(), page.height());
        try (MatScope mats = new MatScope()) {
            return new SegmentedField(name, rules, page.onScan(all), ByteBuffer.wrap(png(mats, page.gray())), cut.nodes(),
                onScan(page, cut), line(page, cut), reasons(cut, rules), 1, unexplained(page, cut));
        }
    }

    private static LinePicture line(PageImage page, Cut cut) {
        return cut.line().map(line -> LinePicture.newBuilder(line).setBox(page.onScan(line.getBox())).build()).orElse(null);
    }

    private static List<Glyph> onScan(PageImage page, Cut cut) {
        return cut.glyphs().stream()
            .map(glyph -> page.reduction() == 1 ? glyph
                : Glyph.newBuilder(glyph).setBox(page.onScan(glyph.getBox())).build())
            .toList();
    }

    private static List<UnexplainedInk> unexplained(PageImage page, Cut cut) {
        return cut.unexplained().stream().map(stroke -> new UnexplainedInk(page.onScan(stroke.getBox()), stroke.getLength())).toList();
    }

    private static Box bounds(Homography transform, Area area) {
        return new Patch(null, transform, 1, area).onPage(area.x(), area.y(), area.right(), area.bottom());
    }

    /** Returns a rectangle of the form, upright however the page lies. */
    private static byte[] snippet(PageImage page, Homography transform, Area area) {
        try (MatScope mats = new MatScope()) {
            return png(mats, Patch.view(mats, page, transform, area).gray());
        }
    }

    private static byte[] png(MatScope mats, Mat picture) {
        MatOfByte png = mats.own(new MatOfByte());
        Imgcodecs.imencode(".png", picture, png);
        return png.toArray();
    }
}
