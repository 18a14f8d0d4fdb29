package io.penstock.segment.comb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.Glyph;
import io.penstock.schema.LinePicture;
import io.penstock.segment.form.Comb;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.glyph.Cut;
import io.penstock.segment.glyph.GlyphNormalizer;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.ink.Shape;
import io.penstock.segment.line.BoxedLine;
import io.penstock.segment.line.DrawnLine;
import io.penstock.segment.line.LineImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three boxes of 7 by 7 millimetres, and what is written at their lines. */
class CombCutterTest {

    private static final int SIDE = 77;
    private static final int LEFT = 55;
    private static final int TOP = 44;

    @Test
    void aZeroWhoseSideIsHiddenByALineStaysClosed() {
        List<Glyph> glyphs = cut(boxes().zero(LEFT + SIDE - 24, TOP + 18));
        assertThat(glyphs).extracting(Glyph::getBlank).containsExactly(false, true, true);
        assertThat(glyph(glyphs.get(0)).loops(9)).isEqualTo(1);
    }

    @Test
    void aDigitBelongsToTheBoxThatHoldsMostOfIt() {
        List<Glyph> glyphs = cut(boxes().zero(LEFT + SIDE - 8, TOP + 18));
        assertThat(glyphs).extracting(Glyph::getBlank).containsExactly(true, false, true);
        assertThat(glyph(glyphs.get(1)).loops(9)).isEqualTo(1);
    }

    @Test
    void aOneWrittenBesideAnUprightLineIsNoRestOfTheLine() {
        int line = LEFT + SIDE;
        List<Glyph> glyphs = cut(boxes().zero(LEFT + 20, TOP + 18).stroke(line + 3, TOP + 14, line + 3, TOP + 62));
        assertThat(glyphs).filteredOn(glyph -> glyph.getTo() == glyph.getFrom() + 1).extracting(Glyph::getBlank)
            .startsWith(false, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 9})
    void outerEdgesThatAreThickerThanTheLinesBetweenAndAskewAreNoDigits(int thickness) {
        int right = LEFT + 3 * SIDE;
        List<Glyph> glyphs = cut(boxes().stroke(LEFT - 2, TOP - 20, LEFT + 2, TOP + SIDE + 20, thickness, 60)
            .stroke(right - 2, TOP - 20, right + 2, TOP + SIDE + 20, thickness, 60).zero(right - 44, TOP + 18));
        assertThat(glyphs).extracting(Glyph::getBlank).containsExactly(true, true, false);
        assertThat(glyph(glyphs.get(2)).loops(9)).isEqualTo(1);
    }

    @Test
    void twoDigitsInOneBoxMayAlsoFillTheEmptyOneBesideIt() {
        List<Glyph> glyphs = cut(boxes().zero(LEFT + SIDE + 2, TOP + 18)
            .stroke(LEFT + 2 * SIDE - 20, TOP + 18, LEFT + 2 * SIDE - 20, TOP + 60));
        assertThat(glyphs).filteredOn(glyph -> !glyph.getBlank()).hasSize(3);
        assertThat(glyphs).anySatisfy(glyph -> {
            assertThat(glyph.getFrom()).isZero();
            assertThat(glyph.getBlank()).isFalse();
            assertThat(glyph(glyph).loops(9)).isEqualTo(1);
        });
    }

    @Test
    void aFaintDigitBesideDarkOnesIsReadAndTold() {
        Cut cut = whole(boxes().zero(LEFT + 20, TOP + 18).zero(LEFT + SIDE + 20, TOP + 18).zero(LEFT + 2 * SIDE + 20, TOP + 18, 160));
        assertThat(cut.glyphs()).extracting(Glyph::getBlank).containsExactly(false, false, false);
        assertThat(cut.reasons()).containsExactly("FAINT_INK");
    }

    @Test
    void aDigitSoFaintThatItMayShineThroughIsTold() {
        Cut cut = whole(boxes().zero(LEFT + 20, TOP + 18).zero(LEFT + SIDE + 20, TOP + 18).zero(LEFT + 2 * SIDE + 20, TOP + 18, 190));
        assertThat(cut.glyphs()).extracting(Glyph::getBlank).containsExactly(false, false, true);
        assertThat(cut.reasons()).containsExactly("FAINT_INK");
    }

    @Test
    void whatIsAllWrittenInPencilIsReadWithoutDoubt() {
        Cut cut = whole(boxes().zero(LEFT + 20, TOP + 18, 150).zero(LEFT + SIDE + 20, TOP + 18, 150)
            .zero(LEFT + 2 * SIDE + 20, TOP + 18, 150));
        assertThat(cut.glyphs()).extracting(Glyph::getBlank).containsExactly(false, false, false);
        assertThat(cut.reasons()).isEmpty();
    }

    @Test
    void whatIsLeftOfSomethingErasedIsTold() {
        assertThat(whole(boxes().zero(LEFT + 20, TOP + 18).zero(LEFT + SIDE + 20, TOP + 18)
            .stroke(LEFT + 2 * SIDE + 38, TOP + 18, LEFT + 2 * SIDE + 38, TOP + 60, 5, 145)).reasons()).contains("FAINT_INK");
    }

    @Test
    void aHairASlashAndALineThroughABoxAreNoOnes() {
        int box = LEFT + 2 * SIDE;
        DrawnLine hair = boxes().zero(LEFT + 20, TOP + 18).stroke(box + 38, TOP + 14, box + 42, TOP + 60, 2, 60);
        DrawnLine slash = boxes().zero(LEFT + 20, TOP + 18).stroke(box + 14, TOP + 70, box + 62, TOP + 7);
        DrawnLine through = boxes().zero(LEFT + 20, TOP + 18).stroke(box + 38, TOP - 20, box + 40, TOP + SIDE + 20);
        assertThat(List.of(hair, slash, through)).extracting(drawn -> whole(drawn).reasons())
            .allSatisfy(reasons -> assertThat(reasons).contains("INK_UNEXPLAINED"));
    }

    @Test
    void aOneIsNoDoubt() {
        int box = LEFT + 2 * SIDE;
        assertThat(whole(boxes().zero(LEFT + 20, TOP + 18).stroke(box + 34, TOP + 62, box + 44, TOP + 14)).reasons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, -4, 4, 7})
    void linesOfASheetThatSlippedInTheFeederAreNoOnes(int aside) {
        int from = TOP + SIDE / 4;
        DrawnLine page = new DrawnLine(2 * LEFT + 3 * SIDE, 2 * TOP + SIDE);
        for (int i = 0; i <= 3; i++) {
            page.stroke(LEFT + i * SIDE, TOP, LEFT + i * SIDE, from, 3, 60)
                .stroke(LEFT + i * SIDE + aside, from, LEFT + i * SIDE + aside, TOP + SIDE, 3, 60);
        }
        Cut cut = whole(page.stroke(LEFT, TOP, LEFT + 3 * SIDE, TOP, 3, 60).zero(LEFT + 26, TOP + 22)
            .stroke(LEFT + aside, TOP + SIDE, LEFT + 3 * SIDE + aside, TOP + SIDE, 3, 60));
        assertThat(cut.glyphs()).extracting(Glyph::getBlank).containsExactly(false, true, true);
        assertThat(cut.reasons()).isEmpty();
    }

    @Test
    void onesBesideThePrintedLinesAreNoSlip() {
        DrawnLine page = boxes();
        for (int i = 0; i < 3; i++) {
            page.stroke(LEFT + i * SIDE + 9, TOP + 30, LEFT + i * SIDE + 9, TOP + 68);
        }
        assertThat(cut(page)).extracting(Glyph::getBlank).containsExactly(false, false, false);
    }

    @Test
    void aNumberInTheFirstBoxIsCutAsALine() {
        Cut cut = whole(boxes().stroke(LEFT + 16, TOP + 14, LEFT + 14, TOP + 62).zero(LEFT + 24, TOP + 18)
            .stroke(LEFT + 64, TOP + 14, LEFT + 61, TOP + 62));
        assertThat(cut.line()).isPresent();
        assertThat(cut.glyphs()).noneMatch(Glyph::getBlank).hasSizeGreaterThanOrEqualTo(3);
        assertThat(cut.reasons()).isEmpty();
    }

    @Test
    void aNumberAcrossTheBoxesOfTheFirstCombIsALineIfTheOtherIsEmpty() {
        DrawnLine number = boxes().stroke(LEFT + 16, TOP + 14, LEFT + 14, TOP + 62).zero(LEFT + 24, TOP + 18)
            .stroke(LEFT + 64, TOP + 14, LEFT + 61, TOP + 62);
        assertThat(whole(number, 2, 1).line()).isPresent();
    }

    @Test
    void aNumberAcrossTheBoxesOfOneOfTwoCombsGoesToAPerson() {
        Cut cut = whole(boxes().stroke(LEFT + 16, TOP + 14, LEFT + 14, TOP + 62).zero(LEFT + 24, TOP + 18)
            .stroke(LEFT + 64, TOP + 14, LEFT + 61, TOP + 62).zero(LEFT + 2 * SIDE + 20, TOP + 18), 2, 1);
        assertThat(cut.reasons()).containsExactly("ACROSS_BOXES");
    }

    @Test
    void whatStandsInBoxesIsSeenAsALineWithoutTheirEmptyRoom() {
        LinePicture apart = whole(boxes().zero(LEFT + 20, TOP + 18).zero(LEFT + 2 * SIDE + 20, TOP + 18)).line().orElseThrow();
        LinePicture near = whole(boxes().zero(LEFT + 40, TOP + 18).zero(LEFT + SIDE + 10, TOP + 18)).line().orElseThrow();
        assertThat(apart.getColumns()).isCloseTo(near.getColumns(), within(2));
        assertThat(runs(apart)).isEqualTo(2);
        assertThat(runs(near)).isEqualTo(2);
    }

    @Test
    void combsOfOneFieldAreOneLine() {
        LinePicture line = whole(boxes().zero(LEFT + 20, TOP + 18).zero(LEFT + 2 * SIDE + 20, TOP + 18), 2, 1).line().orElseThrow();
        assertThat(runs(line)).isEqualTo(2);
    }

    @Test
    void emptyBoxesAreNoLine() {
        assertThat(whole(boxes()).line()).isEmpty();
    }

    /** Returns how many pieces a line consists of, from left to right. */
    private static int runs(LinePicture line) {
        byte[] pixels = new byte[line.getPixels().remaining()];
        line.getPixels().duplicate().get(pixels);
        int runs = 0;
        boolean before = false;
        for (int x = 0; x < LineImage.WIDTH; x++) {
            int column = x;
            boolean ink = IntStream.range(0, LineImage.HEIGHT).anyMatch(y -> (pixels[y * LineImage.WIDTH + column] & 0xff) > 100);
            runs += ink && !before ? 1 : 0;
            before = ink;
        }
        return runs;
    }

    @Test
    void aDigitOfTwoPiecesInEachOfItsBoxesIsNone() {
        int box = LEFT + SIDE;
        Cut cut = whole(boxes().zero(LEFT + 20, TOP + 18).stroke(box + 20, TOP + 14, box + 20, TOP + 36)
            .stroke(box + 44, TOP + 14, box + 40, TOP + 62).zero(LEFT + 2 * SIDE + 20, TOP + 18));
        assertThat(cut.glyphs()).extracting(Glyph::getPrior).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void aLineThroughTwoDigitsStrikesThemOut() {
        DrawnLine zeros = boxes().zero(LEFT + 20, TOP + 18).zero(LEFT + SIDE + 20, TOP + 18).stroke(LEFT + 4, TOP + 45, LEFT + 2 * SIDE - 6,
            TOP + 33);
        assertThat(whole(zeros).reasons()).contains("STRUCK_OUT");
    }

    @Test
    void aLineThatEndsWithTheDigitsStrikesThemOut() {
        int top = TOP + 18;
        DrawnLine level = boxes().zero(LEFT + 26, top).zero(LEFT + SIDE + 26, top).stroke(LEFT + 22, TOP + 44, LEFT + SIDE + 56, TOP + 36);
        DrawnLine steep = boxes().zero(LEFT + 26, top).zero(LEFT + SIDE + 26, top).stroke(LEFT + 26, TOP + 64, LEFT + SIDE + 56, TOP + 14);
        assertThat(List.of(level, steep)).extracting(drawn -> whole(drawn).reasons())
            .allSatisfy(reasons -> assertThat(reasons).contains("STRUCK_OUT"));
    }

    @Test
    void digitsThatAreJoinedAtTheTopAreNotStruckOut() {
        DrawnLine sevens = boxes();
        for (int left : List.of(LEFT + 24, LEFT + SIDE + 24)) {
            sevens.stroke(left + 28, TOP + 18, left + 10, TOP + 62);
        }
        assertThat(whole(sevens.stroke(LEFT + 24, TOP + 18, LEFT + SIDE + 52, TOP + 18)).reasons()).doesNotContain("STRUCK_OUT");
    }

    @Test
    void aLineThroughBoxesThatNobodyNeedsStrikesNothingOut() {
        DrawnLine zero = boxes().zero(LEFT + 2 * SIDE + 20, TOP + 18).stroke(LEFT + 6, TOP + 40, LEFT + 2 * SIDE - 6, TOP + 38);
        assertThat(whole(zero).reasons()).doesNotContain("STRUCK_OUT");
    }

    private static DrawnLine boxes() {
        DrawnLine page = new DrawnLine(2 * LEFT + 3 * SIDE, 2 * TOP + SIDE);
        for (int i = 0; i <= 3; i++) {
            page.stroke(LEFT + i * SIDE, TOP, LEFT + i * SIDE, TOP + SIDE, 3, 60);
        }
        return page.stroke(LEFT, TOP, LEFT + 3 * SIDE, TOP, 3, 60).stroke(LEFT, TOP + SIDE, LEFT + 3 * SIDE, TOP + SIDE, 3, 60);
    }

    private static List<Glyph> cut(DrawnLine drawn) {
        return whole(drawn).glyphs();
    }

    private static Cut whole(DrawnLine drawn) {
        return whole(drawn, 3);
    }

    /** Cuts combs of so many boxes each, side by side. */
    private static Cut whole(DrawnLine drawn, int... boxes) {
        double millimetre = DrawnLine.SCALE;
        List<Comb> combs = new ArrayList<>();
        int from = 0;
        for (int count : boxes) {
            combs.add(new Comb(new Area((LEFT + from * SIDE) / millimetre, TOP / millimetre, count * SIDE / millimetre, SIDE / millimetre),
                count));
            from += count;
        }
        try (drawn; PageImage page = drawn.page()) {
            return CombCutter.cut(page, Homography.scaleAndShift(millimetre, millimetre, 0, 0), combs, 0, new BoxedLine());
        }
    }

    private static Shape glyph(Glyph glyph) {
        byte[] pixels = new byte[glyph.getPixels().remaining()];
        glyph.getPixels().duplicate().get(pixels);
        return Shape.collect(0, 0, GlyphNormalizer.SIDE, GlyphNormalizer.SIDE, GlyphNormalizer.SIDE, i -> (pixels[i] & 0xff) > 100 ? 1 : 0);
    }
}
