package io.penstock.segment.field;

import io.penstock.schema.Box;
import io.penstock.schema.FieldRules;
import io.penstock.schema.Glyph;
import io.penstock.schema.SegmentedField;
import io.penstock.segment.form.Area;
import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.Place;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.registration.Homography;
import java.nio.ByteBuffer;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Rect;
import org.opencv.imgcodecs.Imgcodecs;

/** Cuts the fields of a page into glyphs, each with its snippet for a person. Stateless. */
public final class FieldCutter {

    private static final double SNIPPET_MARGIN_MM = 2;

    private FieldCutter() {
    }

    /** Cuts one field of a registered form. */
    public static SegmentedField cut(PageImage page, Homography transform, FieldDefinition field) {
        Cut cut = field.place() instanceof Place.Boxes boxes
            ? CombCutter.cut(page, transform, boxes.combs(), field.tolerance())
            : FreeCutter.cut(page, transform, (Place.Free) field.place(), field.tolerance());
        Area shown = field.place().area().grow(SNIPPET_MARGIN_MM + field.tolerance());
        Box box = page.onScan(bounds(transform, field.place().area()));
        return new SegmentedField(field.name(), field.rules(), box, ByteBuffer.wrap(snippet(page, bounds(transform, shown))),
            cut.nodes(), onScan(page, cut), cut.reasons());
    }

    /** Cuts an image that is one field and no form. */
    public static SegmentedField cutWhole(PageImage page, String name, FieldRules rules) {
        Cut cut = FreeCutter.cutWhole(page);
        Box all = new Box(0, 0, page.width(), page.height());
        return new SegmentedField(name, rules, page.onScan(all), ByteBuffer.wrap(snippet(page, all)), cut.nodes(), onScan(page, cut),
            cut.reasons());
    }

    private static List<Glyph> onScan(PageImage page, Cut cut) {
        return cut.glyphs().stream()
            .map(glyph -> page.reduction() == 1 ? glyph
                : Glyph.newBuilder(glyph).setBox(page.onScan(glyph.getBox())).build())
            .toList();
    }

    private static Box bounds(Homography transform, Area area) {
        return new Patch(null, transform, 1, area).onPage(area.x(), area.y(), area.right(), area.bottom());
    }

    private static byte[] snippet(PageImage page, Box box) {
        Rect whole = new Rect(0, 0, page.width(), page.height());
        int left = Math.max(0, Math.min(whole.width - 1, box.getX()));
        int top = Math.max(0, Math.min(whole.height - 1, box.getY()));
        int right = Math.max(left + 1, Math.min(whole.width, box.getX() + box.getWidth()));
        int bottom = Math.max(top + 1, Math.min(whole.height, box.getY() + box.getHeight()));
        try (MatScope mats = new MatScope()) {
            Mat part = mats.own(page.gray().submat(new Rect(left, top, right - left, bottom - top)));
            MatOfByte png = mats.own(new MatOfByte());
            Imgcodecs.imencode(".png", part, png);
            return png.toArray();
        }
    }
}
