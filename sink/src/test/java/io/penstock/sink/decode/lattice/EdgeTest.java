package io.penstock.sink.decode.lattice;

import static io.penstock.sink.Readings.glyph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.penstock.schema.Box;
import io.penstock.schema.ClassifiedGlyph;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {

    private static final Box BOX = new Box(0, 0, 12, 20);
    private static final double SMALL = 1e-6;

    private static ClassifiedGlyph numbers(double prior, List<Float> distribution) {
        return ClassifiedGlyph.newBuilder(glyph(0, 1, "1", prior, BOX)).setDistribution(distribution).build();
    }

    @Property(tries = 100)
    void theSymbolsOfAPrintedBoxAddUpToItsPrior(@ForAll @Size(11) List<@FloatRange(min = 0.01f, max = 5) Float> numbers,
                                                @ForAll @DoubleRange(min = 0.01, max = 1) double prior,
                                                @ForAll @DoubleRange(min = 0.05, max = 20) double odds) {
        Edge edge = Edge.of(numbers(prior, numbers));
        assertThat(Arrays.stream(edge.weights()).sum()).isCloseTo(prior, within(SMALL));
        assertThat(edge.digits() + edge.weights()[Edge.MARK]).isCloseTo(prior, within(SMALL));
        assertThat(edge.weights()[3] / edge.weights()[8]).isCloseTo(numbers.get(3) / numbers.get(8), withinPercentage(0.01));

        Edge expecting = edge.expectingMarks(odds);
        assertThat(Arrays.stream(expecting.weights()).sum()).isCloseTo(prior, within(SMALL));
        if (edge.isMark()) {
            assertThat(expecting).isEqualTo(edge);
        } else {
            double before = edge.weights()[Edge.MARK] / edge.digits();
            assertThat(expecting.weights()[Edge.MARK] / expecting.digits()).isCloseTo(odds * before, within(SMALL * (1 + odds * before)));
        }
    }

    @Test
    void whatWasReadIsToldWithoutThePrior() {
        Edge edge = Edge.of(glyph(0, 1, "4:0.75/X:0.25", 0.5, BOX));
        assertThat(edge.probability(4)).isEqualTo(0.75);
        assertThat(edge.weights()[4]).isEqualTo(0.375);
        assertThat(edge.digits()).isEqualTo(0.375);
        assertThat(edge.best()).isEqualTo(0.375);
        assertThat(edge.box()).isEqualTo(BOX);
    }

    @Test
    void anEmptyBoxIsBlankAndNothingElse() {
        Edge edge = Edge.of(glyph(0, 1, "_", 0.5, BOX));
        assertThat(edge.weights()[Edge.BLANK]).isEqualTo(0.5);
        assertThat(Arrays.stream(edge.weights()).sum()).isEqualTo(0.5);
        assertThat(edge.digits()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"X:0.5/4:0.5, true", "X:0.51/4:0.49, true", "X:0.4/4:0.3/9:0.3, true", "X:0.4/4:0.6, false"})
    void aMarkIsWhatNoOneDigitIsLikelierThan(String read, boolean mark) {
        assertThat(Edge.of(glyph(0, 1, read, 1, BOX)).isMark()).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 2, true", "0, 1, 1, 2, false", "1, 2, 0, 1, false", "0, 2, 1, 3, true", "1, 3, 0, 2, true", "0, 3, 1, 2, true"})
    void edgesOverSomeOfTheSameInkOverlap(int from, int to, int otherFrom, int otherTo, boolean overlap) {
        Edge edge = Edge.of(glyph(from, to, "1", 1, BOX));
        assertThat(edge.overlaps(Edge.of(glyph(otherFrom, otherTo, "2", 1, BOX)))).isEqualTo(overlap);
        assertThat(edge.overlaps(edge)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void aPriorThatIsNoProbabilityIsRefused(double prior) {
        assertThatThrownBy(() -> Edge.of(glyph(0, 1, "1", prior, BOX))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("prior");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void priorsGoFromZeroToOne(double prior) {
        assertThat(Edge.of(glyph(0, 1, "1:1", prior, BOX)).weights()[1]).isEqualTo(prior);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1"})
    void anEdgeLeadsToTheRight(int from, int to) {
        assertThatThrownBy(() -> Edge.of(glyph(from, to, "1", 1, BOX))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        List<Float> negative = Arrays.asList(0.5f, 0.6f, -0.1f, 0f, 0f, 0f, 0f, 0f, 0f, 0f, 0f);
        for (List<Float> numbers : List.of(Collections.nCopies(10, 0.1f), Collections.nCopies(12, 0.1f), Collections.nCopies(11, 0f),
            Collections.nCopies(11, Float.NaN), Collections.nCopies(11, Float.POSITIVE_INFINITY), negative)) {
            assertThatThrownBy(() -> Edge.of(numbers(1, numbers))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("eleven probabilities");
        }
    }
}
