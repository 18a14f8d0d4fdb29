package io.penstock.sink.decode.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.Box;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the line of writing runs and how high its digits are, however it is written. */
class LineMeasureTest {

    private static final double EXACT = 1e-6;

    /** So many digits of 60 by 100 pixels, on a line that goes down so many pixels in 100. */
    private static List<Box> row(int count, int percent) {
        List<Box> row = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            row.add(new Box(100 * i, 200 + percent * i, 60, 100));
        }
        return row;
    }

    private static void assertShape(LineShape shape, double top, double foot, double width, double height) {
        assertThat(shape.top()).as("top").isCloseTo(top, within(EXACT));
        assertThat(shape.foot()).as("foot").isCloseTo(foot, within(EXACT));
        assertThat(shape.width()).as("width").isCloseTo(width, within(EXACT));
        assertThat(shape.height()).as("height").isCloseTo(height, within(EXACT));
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, -7, 0, 12, 30})
    void aHandThatClimbsOrFallsStandsOnItsLine(int percent) {
        List<Box> row = row(6, percent);
        LineMeasure measure = LineMeasure.of(row);
        row.forEach(digit -> assertShape(measure.shape(digit), 1, 0, 0.6, 1));
        // a comma between the third and the fourth digit, its middle at 270 of the line
        assertThat(measure.line().at(270)).isCloseTo(300 + percent * 2.4, within(EXACT));
        assertThat(measure.height()).isEqualTo(100);
    }

    @Test
    void noLineIsSteeperThanPeopleWrite() {
        assertThat(WritingLine.under(row(6, 45)).slope()).isEqualTo(0.3);
        assertThat(WritingLine.under(row(6, -45)).slope()).isEqualTo(-0.3);
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, -36, 36, 60})
    void oneDigitThatHangsOffTheLineDoesNotMoveIt(int lower) {
        List<Box> row = row(5, 0);
        row.set(2, new Box(200, 200 + lower, 60, 100));
        WritingLine line = WritingLine.under(row);
        assertThat(line.slope()).isZero();
        assertThat(line.offset()).isEqualTo(300);
    }

    @Test
    void theSecondFitLeavesOutWhatIsFarOffTheFirst() {
        // three of six hang, more of them to the left: the first fit climbs
        List<Box> row = new ArrayList<>(row(6, 0));
        int[] lower = {40, 0, 60, 40, 0, 0};
        row.replaceAll(box -> new Box(box.getX(), 200 + lower[box.getX() / 100], 60, 100));
        WritingLine line = WritingLine.under(row);
        assertThat(line.slope()).isZero();
        assertThat(line.offset()).isEqualTo(300);
    }

    @Test
    void whatStandsOneAboveTheOtherSaysNothingOfTheSlope() {
        WritingLine line = WritingLine.under(List.of(new Box(0, 200, 60, 100), new Box(49, 250, 62, 100)));
        assertThat(line.slope()).isZero();
        WritingLine beside = WritingLine.under(List.of(new Box(0, 200, 60, 100), new Box(51, 210, 60, 100)));
        assertThat(beside.slope()).isCloseTo(10 / 51.0, within(EXACT));
    }

    @Test
    void withoutInkTheLineIsLevel() {
        assertThat(WritingLine.under(List.of())).isEqualTo(new WritingLine(0, 0));
        assertThat(LineMeasure.of(List.of()).height()).isEqualTo(1);
    }

    @Test
    void narrowStrokesDoNotSayHowHighDigitsAre() {
        List<Box> digits = List.of(new Box(0, 200, 60, 100), new Box(100, 130, 50, 200), new Box(200, 130, 50, 200),
            new Box(300, 130, 100, 200));
        // 50 of 200 is narrow, half as wide as high too; what is wider counts
        assertThat(LineMeasure.of(digits).digits()).containsExactly(digits.get(0));
        assertThat(LineMeasure.of(digits).height()).isEqualTo(100);
        assertThat(LineMeasure.of(digits.subList(1, 3)).height()).isEqualTo(200);
    }

    @Test
    void theDigitsBesideAPlaceSayMoreOfItThanThoseFarAway() {
        List<Box> digits = new ArrayList<>(row(5, 0));
        for (int i = 0; i < 5; i++) {
            digits.add(new Box(3000 + 150 * i, 150, 120, 150));
        }
        LineMeasure measure = LineMeasure.of(digits);
        // in a row of its own size each is a digit; the whole line has a small say
        assertThat(measure.shape(new Box(500, 200, 60, 100)).height()).isBetween(0.85, 0.95);
        assertThat(measure.shape(new Box(3750, 150, 120, 150)).height()).isBetween(1.0, 1.001);
        // between the two, far from both, the whole line alone says
        assertThat(measure.shape(new Box(1800, 200, 60, 100)).height()).isBetween(0.66, 0.68);
    }

    @Test
    void aPartOfTheLineThatLiesLowerHasALineOfItsOwn() {
        List<Box> digits = new ArrayList<>(row(7, 0));
        digits.add(new Box(2000, 230, 60, 100));
        digits.add(new Box(2100, 230, 60, 100));
        LineMeasure measure = LineMeasure.of(digits);
        LineShape among = measure.shape(new Box(2078, 230, 4, 100));
        assertThat(among.foot()).isBetween(0.04, 0.06);
        assertThat(measure.shape(new Box(350, 230, 4, 100)).foot()).isBetween(0.29, 0.31);
    }

    @Test
    void aDigitFarBelowPullsTheLineOfItsNeighboursHalfAHeightAtMost() {
        List<Box> digits = new ArrayList<>(row(7, 0));
        digits.add(new Box(2000, 500, 60, 100));
        digits.add(new Box(2100, 500, 60, 100));
        LineMeasure measure = LineMeasure.of(digits);
        assertThat(measure.shape(new Box(2078, 500, 4, 100)).foot()).isBetween(2.5, 2.6);
        digits.set(7, new Box(2000, 0, 60, 100));
        digits.set(8, new Box(2100, 0, 60, 100));
        assertThat(LineMeasure.of(digits).shape(new Box(2078, 0, 4, 100)).foot()).isBetween(-1.5, -1.4);
    }

    @Test
    void whatStandsOverOrUnderAPlaceSaysNothingOfIt() {
        List<Box> digits = new ArrayList<>(row(5, 0));
        digits.set(2, new Box(190, 150, 80, 150));
        LineMeasure measure = LineMeasure.of(digits);
        assertThat(measure.shape(digits.get(2)).height()).isCloseTo(1.5, within(EXACT));
        // the edges of a box belong to it: a mark centred on one has it over itself
        assertThat(measure.shape(new Box(180, 290, 20, 20)).height()).isCloseTo(0.2, within(EXACT));
        assertThat(measure.shape(new Box(260, 290, 20, 20)).height()).isCloseTo(0.2, within(EXACT));
        assertThat(measure.shape(new Box(262, 290, 20, 20)).height()).isLessThan(0.195);
        // a line that runs under the digit
        assertThat(measure.shape(new Box(140, 290, 90, 20)).height()).isCloseTo(0.2, within(EXACT));
        assertThat(measure.shape(new Box(138, 290, 90, 20)).height()).isLessThan(0.195);
    }

    /** By powers of two, so that rounding, which decides where a digit is just as far off the line as counts, is the same. */
    @Property(tries = 100)
    void theSameWritingAtAnotherResolutionHasTheSameShape(@ForAll("writing") List<Box> digits,
                                                          @ForAll @IntRange(min = 1, max = 4) int power) {
        int scale = 1 << power;
        LineMeasure measure = LineMeasure.of(digits);
        LineMeasure scaled = LineMeasure.of(digits.stream().map(box -> moved(box, scale, 0, 0)).toList());
        assertThat(scaled.height()).isEqualTo(scale * measure.height());
        List<Box> asked = new ArrayList<>(digits);
        asked.add(new Box(digits.get(0).getX() + 15, 30, 5, 8));
        for (Box box : asked) {
            LineShape shape = measure.shape(box);
            assertShape(scaled.shape(moved(box, scale, 0, 0)), shape.top(), shape.foot(), shape.width(), shape.height());
        }
    }

    @Test
    void theSameWritingElsewhereOnThePageHasTheSameShape() {
        List<Box> digits = List.of(new Box(3, 20, 12, 21), new Box(25, 24, 15, 19), new Box(50, 23, 11, 20), new Box(70, 40, 13, 18),
            new Box(90, 28, 12, 22), new Box(110, 31, 14, 20));
        LineMeasure measure = LineMeasure.of(digits);
        LineMeasure moved = LineMeasure.of(digits.stream().map(box -> moved(box, 1, 1037, 2051)).toList());
        for (Box box : List.of(digits.get(0), digits.get(3), new Box(43, 40, 4, 7), new Box(130, 30, 20, 4))) {
            LineShape shape = measure.shape(box);
            assertShape(moved.shape(moved(box, 1, 1037, 2051)), shape.top(), shape.foot(), shape.width(), shape.height());
        }
    }

    private static Box moved(Box box, int scale, int right, int down) {
        return new Box(scale * box.getX() + right, scale * box.getY() + down, scale * box.getWidth(), scale * box.getHeight());
    }

    @Provide
    Arbitrary<List<Box>> writing() {
        Arbitrary<Box> box = Combinators.combine(Arbitraries.integers().between(4, 24), Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(8, 40)).as((width, y, height) -> new Box(0, y, width, height));
        return box.list().ofMinSize(2).ofMaxSize(8).map(boxes -> {
            List<Box> row = new ArrayList<>();
            boxes.forEach(one -> row.add(new Box(23 * row.size(), one.getY() + 3 * row.size(), one.getWidth(), one.getHeight())));
            return row;
        });
    }
}
