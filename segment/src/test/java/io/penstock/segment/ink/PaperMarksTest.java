package io.penstock.segment.ink;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.line.DrawnLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperMarksTest {

    private static final int PAPER = 225;
    private static final Zone PLACE = new Zone(20, 20, 380, 130, 0);

    @Test
    void correctionFluidIsSeenAndPlainPaperHasNone() {
        try (DrawnLine plain = page().zero(60, 50);
            DrawnLine covered = page().zero(60, 50).stroke(200, 70, 240, 70, 40, 250).zero(180, 50)) {
            assertThat(isCovered(plain)).isFalse();
            assertThat(isCovered(covered)).isTrue();
        }
    }

    @Test
    void aTintIsDarkerThanThePaperAndNoCover() {
        try (DrawnLine tinted = page().stroke(200, 70, 240, 70, 60, 200).zero(60, 50)) {
            assertThat(isCovered(tinted)).isFalse();
        }
    }

    @Test
    void specksThatLieTogetherAreCrumbsOfAStroke() {
        try (DrawnLine crumbs = page().zero(60, 50); DrawnLine dust = page().zero(60, 50)) {
            for (int i = 0; i < 9; i++) {
                crumbs.stroke(200 + 5 * (i % 3), 50 + 6 * i, 200 + 5 * (i % 3), 50 + 6 * i, 2, 60);
                dust.stroke(110 + 30 * i, 30 + 40 * (i % 3), 110 + 30 * i, 30 + 40 * (i % 3), 2, 60);
            }
            assertThat(hasCrumbs(crumbs)).isTrue();
            assertThat(hasCrumbs(dust)).isFalse();
        }
    }

    private static DrawnLine page() {
        return new DrawnLine(400, 150);
    }

    private static boolean isCovered(DrawnLine drawn) {
        return PaperMarks.isCovered(drawn.patch(), drawn.ink().mask(), PLACE, () -> PAPER);
    }

    private static boolean hasCrumbs(DrawnLine drawn) {
        Ink ink = drawn.ink();
        byte[] written = new byte[ink.mask().length];
        Blobs blobs = Blobs.of(ink);
        blobs.list().stream().filter(blob -> blob.height() > 20).forEach(blob -> blobs.shape(blob).mark(written, ink.width()));
        return PaperMarks.hasCrumbs(drawn.patch(), Blobs.of(ink), written, List.of(PLACE));
    }
}
