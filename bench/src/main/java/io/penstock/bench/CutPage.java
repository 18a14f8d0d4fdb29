package io.penstock.bench;

import io.penstock.app.read.DirectReader;
import io.penstock.schema.Glyph;
import io.penstock.schema.Page;
import io.penstock.schema.SegmentedPage;
import io.penstock.segment.SegmentOutcome;
import java.util.stream.Stream;

/**
 * A page that was cut into glyphs, as every page of a benchmark must be.
 *
 * @param fields its fields and glyphs
 */
public record CutPage(SegmentedPage fields) {

    /**
     * Cuts a page.
     *
     * @throws IllegalArgumentException where it cannot be segmented
     */
    public static CutPage of(Page page, DirectReader reader) {
        if (reader.segment(page) instanceof SegmentOutcome.Segmented segmented) {
            return new CutPage(segmented.page());
        }
        throw new IllegalArgumentException(page.getDocument() + " cannot be segmented: benchmarks need documents that can be read");
    }

    /** Returns how many of its glyphs have ink. */
    long inked() {
        Stream<Glyph> glyphs = fields.getFields().stream().flatMap(field -> field.getGlyphs().stream());
        return glyphs.filter(glyph -> !glyph.getBlank()).count();
    }
}
