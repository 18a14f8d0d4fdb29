package io.penstock.sink.decode.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.Box;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ink on a line looks like by its size and place, in heights of a digit. */
class LineShapeTest {

    private static final double SMALL = 1e-9;

    @Test
    void aBoxIsMeasuredFromTheLineInHeightsOfADigit() {
        LineShape shape = LineShape.of(new Box(70, 110, 30, 60), 160, 40);
        assertThat(shape).isEqualTo(new LineShape(1.25, 0.25, 0.75, 1.5));
    }

    @Test
    void whatIsFarOffTheLineIsNotFartherThanItCounts() {
        assertThat(LineShape.of(new Box(0, 0, 10, 10), 1000, 20)).extracting(LineShape::top, LineShape::foot).containsExactly(2.5, -1.5);
        assertThat(LineShape.of(new Box(0, 1000, 10, 10), 0, 20)).extracting(LineShape::top, LineShape::foot).containsExactly(-1.5, 2.5);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1, 1", "1.2, 0.4, 1.2", "0.4, 2.5, 2", "3, 0.2, 2"})
    void theSizeIsTheLongerSide(double width, double height, double size) {
        assertThat(new LineShape(1, 0, width, height).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"0.6, 0.4, 0.5", "0.5, 0.2, 1.5", "0.3, 1, 0", "1, 0.1, 3", "0.1, 0, 1"})
    void aDashIsFlat(double width, double height, double flatness) {
        assertThat(new LineShape(0.5, -0.4, width, height).flatness()).isCloseTo(flatness, within(SMALL));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "0.8, 0, 0.6065", "1.2, 0, 0.6065", "1, 0.2, 0.6065", "1, -0.2, 0.6065", "0.8, 0.2, 0.3679", "0.3, 0.1, 0.0019"})
    void aDigitStandsOnTheLineAndIsAsHighAsTheOthers(double top, double foot, double fit) {
        assertThat(new LineShape(top, foot, 0.6, 1).fit()).isCloseTo(fit, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "0.95, 0, 0", "0.8, 0, 0.1092", "0.72, 0.06, 0.4681", "0.63, 0.06, 0.7139", "0.72, 0.14, 0.7139",
        "0.81, 0.14, 0.4681", "0.72, -0.02, 0.2223", "0.2, 0.3, 0.9999"})
    void aCommaBeginsLowAndHangsBelowTheLine(double top, double foot, double lowness) {
        assertThat(new LineShape(top, foot, 0.2, top + foot).lowness()).isCloseTo(lowness, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1, 0", "0.3, 1.35, 0.4681", "0.3, 1.45, 0.7139", "0.3, 1.25, 0.2223", "0.3, 2, 0.9984", "1.3, 2, 0.9984",
        "1.5, 2, 0", "1.4, 2, 0"})
    void aSlashIsHigherThanADigitAndSlim(double width, double height, double tallness) {
        assertThat(new LineShape(height, 0, width, height).tallness()).isCloseTo(tallness, within(1e-4));
    }

    @Property(tries = 200)
    void whatLiesLowerIsNeverLessOfAComma(@ForAll @DoubleRange(min = -1.5, max = 2.5) double top,
                                          @ForAll @DoubleRange(min = -1.5, max = 2.5) double foot,
                                          @ForAll @DoubleRange(min = 0, max = 1) double lower) {
        LineShape here = new LineShape(top, foot, 0.2, 0.4);
        LineShape below = new LineShape(top - lower, foot + lower, 0.2, 0.4);
        assertThat(here.lowness()).isBetween(0.0, 1.0).isLessThanOrEqualTo(below.lowness());
        assertThat(here.fit()).isBetween(0.0, 1.0);
    }
}
