package io.penstock.sink.decode.lattice;

import static io.penstock.sink.Readings.field;
import static io.penstock.sink.Readings.glyph;
import static io.penstock.sink.Readings.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.Box;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.FieldKind;
import io.penstock.sink.decode.lattice.Marks.Behind;
import io.penstock.sink.decode.lattice.Marks.Between;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What small ink beside digits is, by its size and place. The digits are 100 pixels high and stand on the line at 300, so far from each
 * other that every pixel is a hundredth of a digit.
 */
class MarksTest {

    private static final double WHOLE = 0.98;
    private static final Box LEFT = new Box(0, 200, 60, 100);
    private static final Box RIGHT = new Box(6000, 200, 60, 100);

    /** The marks of pieces that stand in this order, and of the two digits. */
    private static Marks marks(Box... pieces) {
        return marks(Stream.of(pieces).map(piece -> glyph(0, 1, "X", WHOLE, piece)).toList());
    }

    private static Marks marks(List<ClassifiedGlyph> pieces) {
        List<ClassifiedGlyph> all = new ArrayList<>();
        all.add(glyph(0, 1, "7", WHOLE, LEFT));
        pieces.forEach(all::add);
        all.add(glyph(0, 1, "7", WHOLE, RIGHT));
        return Marks.of(field("f", rules(FieldKind.AMOUNT).build(), 2, all), List.of(LEFT, RIGHT));
    }

    /** A box with its middle at the middle of both digits. */
    private static Box middle(int foot, int width, int height) {
        return new Box(3030 - width / 2, foot - height, width, height);
    }

    /** A box behind the last digit. */
    private static Box behind(int x, int foot, int width, int height) {
        return new Box(9000 + x, foot - height, width, height);
    }

    @ParameterizedTest
    @CsvSource({
        // foot, width, height
        "300, 20, 20, CLEAR", "320, 20, 40, CLEAR",
        // as high or as wide as a digit or a part of one
        "300, 20, 64, CLEAR", "300, 20, 65, NOTHING", "300, 59, 40, CLEAR", "300, 60, 40, NOTHING",
        // a hair, dust, a point
        "300, 5, 20, NOTHING", "300, 6, 20, POSSIBLE", "300, 7, 20, CLEAR", "300, 9, 9, POSSIBLE", "300, 10, 9, CLEAR", "300, 9, 10, CLEAR",
        // a dash
        "300, 35, 34, POSSIBLE", "300, 34, 34, CLEAR", "300, 35, 35, CLEAR",
        // high up: a stroke of a digit, or the end of one
        "256, 20, 20, CLEAR", "255, 20, 20, POSSIBLE", "230, 20, 20, POSSIBLE", "230, 40, 20, NOTHING"})
    void aMarkBetweenDigitsIsSmallAndLowAndOfAPensSize(int foot, int width, int height, Between between) {
        assertThat(marks(middle(foot, width, height)).between(LEFT, RIGHT)).isEqualTo(between);
    }

    @Test
    void nothingStandsWhereThereIsNoInkBetween() {
        assertThat(marks().between(LEFT, RIGHT)).isEqualTo(Between.NOTHING);
        assertThat(marks(behind(0, 300, 20, 20)).between(LEFT, RIGHT)).isEqualTo(Between.NOTHING);
        assertThat(marks(new Box(20, 280, 20, 20)).between(LEFT, RIGHT)).isEqualTo(Between.NOTHING);
        assertThat(marks(new Box(6020, 280, 20, 20)).between(LEFT, RIGHT)).isEqualTo(Between.NOTHING);
        assertThat(marks(new Box(22, 280, 20, 20)).between(LEFT, RIGHT)).isEqualTo(Between.POSSIBLE);
        assertThat(marks(new Box(6018, 280, 20, 20)).between(LEFT, RIGHT)).isEqualTo(Between.POSSIBLE);
    }

    @Test
    void whatWasCutOrJoinedIsNoMark() {
        Box point = middle(300, 20, 20);
        assertThat(marks(List.of(glyph(0, 1, "X", 0.97, point))).between(LEFT, RIGHT)).isEqualTo(Between.NOTHING);
        assertThat(marks(List.of(glyph(0, 2, "X", WHOLE, point))).between(LEFT, RIGHT)).isEqualTo(Between.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"11, 300, POSSIBLE", "10, 300, CLEAR", "11, 240, NOTHING", "10, 240, POSSIBLE"})
    void whatLiesMoreThanHalfUnderADigitMayBeAStrokeOfIt(int over, int foot, Between between) {
        Box point = new Box(3000, foot - 20, 20, 20);
        assertThat(marks(point, new Box(3020 - over, 200, 60, 65)).between(LEFT, RIGHT)).isEqualTo(between);
        assertThat(marks(point, new Box(3020 - over, 200, 60, 64)).between(LEFT, RIGHT))
            .isEqualTo(foot == 300 ? Between.CLEAR : Between.POSSIBLE);
    }

    @Test
    void oneClearMarkIsEnough() {
        Box dust = new Box(2000, 291, 9, 9);
        Box point = new Box(4000, 280, 20, 20);
        Box dash = new Box(3000, 210, 40, 20);
        assertThat(marks(dust, point).between(LEFT, RIGHT)).isEqualTo(Between.CLEAR);
        assertThat(marks(point, dust).between(LEFT, RIGHT)).isEqualTo(Between.CLEAR);
        assertThat(marks(dust, dash).between(LEFT, RIGHT)).isEqualTo(Between.POSSIBLE);
        assertThat(marks(dash, dust).between(LEFT, RIGHT)).isEqualTo(Between.POSSIBLE);
    }

    @Test
    void aPointOrADashAloneIsNoSignThatThereAreNoCents() {
        assertThat(marks().behind(RIGHT)).isEqualTo(Behind.NOTHING);
        assertThat(marks(behind(0, 300, 20, 20)).behind(RIGHT)).isEqualTo(Behind.WEAK);
        assertThat(marks(behind(0, 260, 50, 10)).behind(RIGHT)).isEqualTo(Behind.WEAK);
        assertThat(marks(behind(0, 260, 50, 10), behind(100, 260, 50, 10)).behind(RIGHT)).isEqualTo(Behind.WEAK);
        assertThat(marks(middle(300, 20, 100)).behind(RIGHT)).isEqualTo(Behind.NOTHING);
    }

    @Test
    void aPointWithADashASlashOrTwoDashesOneAboveTheOtherSayThatThereAreNoCents() {
        assertThat(marks(behind(0, 300, 20, 20), behind(100, 260, 50, 10)).behind(RIGHT)).isEqualTo(Behind.SIGN);
        assertThat(marks(behind(0, 310, 40, 120)).behind(RIGHT)).isEqualTo(Behind.SIGN);
        assertThat(marks(behind(0, 240, 50, 10), behind(0, 270, 50, 10)).behind(RIGHT)).isEqualTo(Behind.SIGN);
        assertThat(marks(behind(0, 240, 50, 10), behind(24, 270, 90, 10)).behind(RIGHT)).isEqualTo(Behind.SIGN);
        assertThat(marks(behind(0, 240, 50, 10), behind(25, 270, 90, 10)).behind(RIGHT)).isEqualTo(Behind.WEAK);
        assertThat(marks(behind(0, 280, 20, 20), behind(0, 310, 20, 20)).behind(RIGHT)).isEqualTo(Behind.WEAK);
    }

    @ParameterizedTest
    @CsvSource({
        // foot, width, height
        "300, 34, 34, WEAK", "300, 35, 34, WEAK", "300, 35, 35, SIGN", "300, 34, 35, WEAK", "300, 20, 54, WEAK", "300, 20, 55, SIGN",
        "310, 20, 64, WEAK", "325, 20, 65, SIGN", "240, 20, 34, WEAK", "240, 20, 35, SIGN"})
    void behindTheDigitsAPointIsLowOrSmallAndADashFlat(int foot, int width, int height, Behind is) {
        assertThat(marks(behind(0, foot, width, height)).behind(RIGHT)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({"300, 34, 34, SIGN", "300, 35, 34, WEAK"})
    void beforeADashAPointIsNarrowerThanADash(int foot, int width, int height, Behind is) {
        assertThat(marks(behind(0, foot, width, height), behind(200, 260, 50, 10)).behind(RIGHT)).isEqualTo(is);
    }

    @Test
    void piecesThatWereCutFromEachOtherAreOne() {
        // the end of a dash, cut off, is no point
        assertThat(marks(behind(0, 260, 10, 10), behind(11, 260, 50, 10)).behind(RIGHT)).isEqualTo(Behind.WEAK);
        assertThat(marks(behind(0, 260, 10, 10), behind(12, 260, 50, 10)).behind(RIGHT)).isEqualTo(Behind.SIGN);
        assertThat(marks(behind(0, 270, 10, 10), behind(11, 260, 50, 10)).behind(RIGHT)).isEqualTo(Behind.WEAK);
        assertThat(marks(behind(0, 271, 10, 10), behind(11, 260, 50, 10)).behind(RIGHT)).isEqualTo(Behind.SIGN);
        assertThat(marks(behind(0, 250, 10, 10), behind(11, 260, 50, 10)).behind(RIGHT)).isEqualTo(Behind.WEAK);
        assertThat(marks(behind(0, 249, 10, 10), behind(11, 260, 50, 10)).behind(RIGHT)).isEqualTo(Behind.SIGN);
        // two halves of a point, three of a dash
        assertThat(marks(behind(0, 300, 10, 40), behind(10, 300, 10, 40)).behind(RIGHT)).isEqualTo(Behind.WEAK);
        assertThat(marks(behind(0, 260, 15, 10), behind(15, 262, 15, 10), behind(30, 260, 15, 10)).behind(RIGHT)).isEqualTo(Behind.WEAK);
        // a stroke above a low one, together higher than a point
        assertThat(marks(behind(0, 265, 20, 20), behind(5, 300, 20, 35)).behind(RIGHT)).isEqualTo(Behind.SIGN);
        assertThat(marks(behind(5, 300, 20, 35), behind(0, 265, 30, 20)).behind(RIGHT)).isEqualTo(Behind.SIGN);
    }

    @Test
    void behindTheLastDigitIsBehindItsInkAndNotWhatTheLineTookForIt() {
        Box dash = new Box(6100, 250, 60, 10);
        Box wide = new Box(6000, 200, 200, 100);
        assertThat(marks(dash).behind(RIGHT)).isEqualTo(Behind.WEAK);
        assertThat(marks(dash).behind(wide)).isEqualTo(Behind.WEAK);
        // ink of the digit only where its middle lies within what was taken for it
        assertThat(marks(dash).behind(new Box(6030, 200, 200, 100))).isEqualTo(Behind.NOTHING);
        assertThat(marks(dash).behind(new Box(6029, 200, 200, 100))).isEqualTo(Behind.WEAK);
        assertThat(marks(new Box(5960, 250, 90, 10)).behind(new Box(5900, 200, 130, 100))).isEqualTo(Behind.NOTHING);
        assertThat(marks(new Box(6015, 250, 90, 10)).behind(RIGHT)).isEqualTo(Behind.NOTHING);
        assertThat(marks(new Box(6016, 250, 90, 10)).behind(RIGHT)).isEqualTo(Behind.WEAK);
    }

    @Test
    void anUprightStrokeNextBehindTheLastDigitMayBeAOne() {
        assertThat(marks(behind(0, 300, 29, 100)).mayLackOne(RIGHT)).isTrue();
        assertThat(marks(behind(0, 300, 30, 100)).mayLackOne(RIGHT)).isFalse();
        assertThat(marks(behind(0, 300, 31, 110)).mayLackOne(RIGHT)).isTrue();
        assertThat(marks(behind(0, 300, 20, 60)).mayLackOne(RIGHT)).isFalse();
        assertThat(marks(behind(0, 340, 20, 100)).mayLackOne(RIGHT)).isFalse();
        assertThat(marks(behind(0, 300, 29, 100), behind(200, 260, 50, 10)).mayLackOne(RIGHT)).isTrue();
        assertThat(marks(behind(0, 260, 50, 10), behind(200, 300, 29, 100)).mayLackOne(RIGHT)).isFalse();
        assertThat(marks(middle(300, 20, 100)).mayLackOne(RIGHT)).isFalse();
        assertThat(marks().mayLackOne(RIGHT)).isFalse();
    }

    /** Five digits and two behind them. */
    private static boolean isApart(int gap, int raised, int height) {
        List<Box> digits = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            digits.add(new Box(5000 * i, 200, 4990, 100));
        }
        digits.add(new Box(24_990 + gap, 300 - raised - height, 4990, height));
        digits.add(new Box(29_990 + gap, 300 - raised - height, 4990, height));
        return Marks.of(field("f", rules(FieldKind.AMOUNT).build(), 2, List.of()), digits).isApart(digits, 2);
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 100, false", "60, 0, 100, false", "61, 0, 100, true", "10, 36, 100, false", "10, 37, 100, true",
        "10, 19, 100, false", "10, 19, 71, true", "10, 19, 72, false", "10, 18, 71, false", "10, 0, 60, false", "61, 19, 71, true"})
    void centsStandApartWhereTheyAreRaisedOrSmallerAndHigherOrBehindAWideGap(int gap, int raised, int height, boolean apart) {
        assertThat(isApart(gap, raised, height)).isEqualTo(apart);
    }

    @Test
    void oneRaisedDigitOfTwoIsNoCents() {
        List<Box> digits = List.of(new Box(0, 200, 4990, 100), new Box(5000, 200, 4990, 100), new Box(10_000, 200, 4990, 100),
            new Box(15_000, 140, 4990, 100), new Box(20_000, 200, 4990, 100));
        assertThat(Marks.of(field("f", rules(FieldKind.AMOUNT).build(), 2, List.of()), digits).isApart(digits, 2)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"50, false", "51, true"})
    void aGapIsMeasuredFromDigitsThatOverlapAsFromDigitsThatTouch(int gap, boolean apart) {
        List<Box> digits = List.of(new Box(0, 200, 60, 100), new Box(50, 200, 60, 100), new Box(110 + gap, 200, 60, 100),
            new Box(160 + gap, 200, 60, 100));
        assertThat(Marks.of(field("f", rules(FieldKind.AMOUNT).build(), 2, List.of()), digits).isApart(digits, 2)).isEqualTo(apart);
    }

    @Test
    void twoDigitsHaveNoOtherGapToMeasureBy() {
        List<Box> digits = List.of(new Box(0, 200, 60, 100), new Box(900, 200, 60, 100));
        assertThat(Marks.of(field("f", rules(FieldKind.AMOUNT).build(), 2, List.of()), digits).isApart(digits, 1)).isFalse();
    }
}
