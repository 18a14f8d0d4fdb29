package io.penstock.segment.line;

import io.penstock.schema.LinePicture;
import io.penstock.segment.glyph.Cut;
import io.penstock.segment.glyph.LineWay;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Lines;
import io.penstock.segment.ink.Patch;
import io.penstock.segment.ink.Writing;
import io.penstock.segment.ink.Zone;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** What stands in printed boxes taken for a line as free fields are. */
public final class BoxedLine implements LineWay {

    private static final int EDGES = 4;
    /** Widest line that is not narrowed so much that its digits are no longer like any other's, in widths of a picture. */
    private static final double LONGEST = 1.15;

    @Override
    public Cut cut(Patch patch, Ink ink, byte[] before, Lines lines, IntSupplier paper, List<String> reasons) {
        Zone zone = new Zone(lines.left(), lines.top(), lines.right(), lines.bottom(), EDGES);
        return FreeLine.onForm(patch, ink, before, zone, paper).cut(reasons);
    }

    @Override
    public Optional<LinePicture> picture(Patch patch, Ink written, Lines lines) {
        Writing writing = Writing.of(patch.scale(), written, new Zone(0, 0, written.width(), written.height(), 0));
        if (LineImage.columns(written.width(), writing.digitHeight()) > LONGEST * LineImage.WIDTH) {
            return Optional.empty();
        }
        return LineImage.of(patch, written, writing, 0).map(LineImage::picture).map(picture -> LinePicture.newBuilder(picture)
            .setBox(patch.onPage(lines.left(), lines.top(), lines.right(), lines.bottom())).build());
    }
}
