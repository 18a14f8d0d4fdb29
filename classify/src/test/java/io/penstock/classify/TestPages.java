package io.penstock.classify;

import io.penstock.schema.Box;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.Glyph;
import io.penstock.schema.SegmentedField;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.Submission;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Segmented pages as the segment stage makes them. */
final class TestPages {

    private TestPages() {
    }

    static SegmentedPage page(SegmentedField... fields) {
        Submission submission = new Submission("penstock.documents", 0, 0L, Instant.EPOCH, "");
        return new SegmentedPage("a.pdf", submission, 1, 1, null, List.of(), null, List.of(fields), List.of(), List.of(), List.of());
    }

    static SegmentedField field(String name, Glyph... glyphs) {
        FieldRules rules = FieldRules.newBuilder().setKind(FieldKind.INTEGER).build();
        return new SegmentedField(name, rules, new Box(0, 0, 10, 10), ByteBuffer.wrap(new byte[] {1}), glyphs.length + 1, List.of(glyphs),
            null,
            List.of(), 1, List.of());
    }

    static Glyph glyph(boolean blank, byte[] pixels) {
        return new Glyph(0, 1, new Box(0, 0, 10, 10), blank, 1.0, ByteBuffer.wrap(pixels));
    }
}
