package io.penstock.segment.glyph;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.image.MatScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class GlyphNormalizerTest {

    @ParameterizedTest(name = "a pen {0} pixels wide")
    @ValueSource(ints = {1, 2, 5})
    void fitsAStrokeOfAnyPenIntoTwentyPixelsWithFullInkAtItsCore(int pen) {
        try (MatScope mats = new MatScope()) {
            Mat gray = paper(mats);
            Imgproc.line(gray, new Point(60, 30), new Point(60, 110), new Scalar(90), pen, Imgproc.LINE_AA);

            byte[] glyph = GlyphNormalizer.normalize(gray, 10);

            assertThat(rows(glyph)).isBetween(19, 21);
            assertThat(brightest(glyph)).isEqualTo(255);
            assertThat(glyph[28 * 14 + 14] & 0xff).as("ink at the centre of mass").isGreaterThan(120);
        }
    }

    @Test
    void paperAloneIsAnEmptyGlyph() {
        try (MatScope mats = new MatScope()) {
            assertThat(GlyphNormalizer.normalize(paper(mats), 10)).containsOnly(0);
        }
    }

    @Test
    void leavesOutWhatReachesInFromTheNeighbours() {
        try (MatScope mats = new MatScope()) {
            Mat gray = paper(mats);
            Imgproc.line(gray, new Point(60, 30), new Point(60, 110), new Scalar(90), 4, Imgproc.LINE_AA);
            byte[] alone = GlyphNormalizer.normalize(gray, new Rect(40, 28, 40, 84), 10);
            Imgproc.line(gray, new Point(5, 100), new Point(45, 60), new Scalar(90), 4, Imgproc.LINE_AA);

            assertThat(GlyphNormalizer.normalize(gray, new Rect(40, 28, 40, 84), 10)).isEqualTo(alone);
        }
    }

    @Test
    void takesItsShareOfAStrokeThatRunsOnIntoTheNeighbour() {
        try (MatScope mats = new MatScope()) {
            Mat gray = paper(mats);
            Imgproc.line(gray, new Point(10, 70), new Point(110, 70), new Scalar(90), 4, Imgproc.LINE_AA);

            assertThat(GlyphNormalizer.normalize(gray, new Rect(40, 40, 40, 60), 10)).contains((byte) 255);
        }
    }

    @Test
    void aBoxBesideTheImageHoldsNoInk() {
        try (MatScope mats = new MatScope()) {
            assertThat(GlyphNormalizer.normalize(paper(mats), new Rect(200, 200, 20, 20), 10)).containsOnly(0);
        }
    }

    private static Mat paper(MatScope mats) {
        return mats.own(new Mat(140, 120, CvType.CV_8U, new Scalar(235)));
    }

    private static int rows(byte[] glyph) {
        int rows = 0;
        for (int y = 0; y < 28; y++) {
            int most = 0;
            for (int x = 0; x < 28; x++) {
                most = Math.max(most, glyph[28 * y + x] & 0xff);
            }
            rows += most > 20 ? 1 : 0;
        }
        return rows;
    }

    private static int brightest(byte[] glyph) {
        int most = 0;
        for (byte value : glyph) {
            most = Math.max(most, value & 0xff);
        }
        return most;
    }
}
