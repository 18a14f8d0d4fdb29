package io.penstock.sink.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.FieldKind;
import io.penstock.sink.risk.RiskContract.Unit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskContractTest {

    private static ConfidenceMap map(String kind, String form, double intercept, double slope) {
        return new ConfidenceMap(kind, form, intercept, slope, 100, 100, 20);
    }

    private static RiskThreshold promise(String kind, String form, double confidence) {
        return new RiskThreshold(kind, form, 0.01, confidence, 400, 400, 400, 300, 0, 0.00994, 0.75);
    }

    private static RiskContract contract(List<ConfidenceMap> maps, List<RiskThreshold> promises) {
        return new RiskContract("risk@0", "2026-01-02T03:04:05Z", "model", 0.05, Unit.FIELD, maps, promises);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0.9, 0.9", "0, 1, 0.5, 0.5", "0, 0.5, 0.9, 0.75", "1.0986123, 1, 0.5, 0.75", "-1.0986123, 1, 0.75, 0.5",
        "0, 1, 1, 0.999999", "9, 1, 1, 0.999999", "0, 1, 0, 0.000001", "0, 2, 0.9, 0.98780488"})
    void aConfidenceIsAsMuchOfThePosteriorAsIsBelieved(double intercept, double slope, double posterior, double confidence) {
        assertThat(map(null, null, intercept, slope).confidence(posterior)).isCloseTo(confidence, within(1e-7));
    }

    @Property(tries = 100)
    void whatIsMoreProbableIsNeverLessConfident(@ForAll @DoubleRange(max = 1) double one, @ForAll @DoubleRange(max = 1) double other,
                                                @ForAll @DoubleRange(min = 0.01, max = 3) double slope) {
        ConfidenceMap map = map(null, null, 0.5, slope);
        assertThat(map.confidence(Math.max(one, other))).isGreaterThanOrEqualTo(map.confidence(Math.min(one, other))).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, -1", "0, NaN", "0, Infinity", "NaN, 1", "-Infinity, 1"})
    void aMapThatTurnsTheOrderRoundOrIsNoLineIsRefused(double intercept, double slope) {
        assertThatThrownBy(() -> map(null, null, intercept, slope)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("slope above 0");
    }

    @Test
    void aPromiseIsHeldByItsFigures() {
        assertThat(new RiskThreshold("zip", null, 0.01, 0.9, 400, 400, 400, 300, 0, 0.01, 0.75).bound()).isEqualTo(0.01);
        assertThatThrownBy(() -> new RiskThreshold("zip", null, 0.01, 0.9, 400, 400, 400, 300, 0, 0.0101, 0.75))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("zip");
    }

    @ParameterizedTest
    @CsvSource({"tally, ZIP, 0.6", "other, ZIP, 0.7", ", ZIP, 0.7", "tally, AMOUNT, 0.8", "other, AMOUNT, ", ", AMOUNT, ", "tally, DATE, "})
    void theNearestPromiseHolds(String form, FieldKind kind, Double confidence) {
        RiskContract contract = contract(List.of(map(null, null, 0, 1)), List.of(promise("zip", null, 0.7), promise("zip", "tally", 0.6),
            promise("amount", "tally", 0.8)));
        assertThat(contract.threshold(form, kind).map(RiskThreshold::confidence).orElse(null)).isEqualTo(confidence);
    }

    @ParameterizedTest
    @CsvSource({"tally, ZIP, 0.8", "other, ZIP, 0.75", ", ZIP, 0.75", "tally, AMOUNT, 0.5", ", DATE, 0.5"})
    void theNearestMapHoldsAndElseThatOfAllKinds(String form, FieldKind kind, double confidence) {
        RiskContract contract = contract(List.of(map("zip", "tally", Math.log(4), 1), map("zip", null, Math.log(3), 1),
            map(null, null, 0, 1)), List.of());
        assertThat(contract.confidence(form, kind, 0.5)).isCloseTo(confidence, within(1e-9));
    }

    @Test
    void aContractWithoutAMapOfAllKindsIsRefused() {
        List<List<ConfidenceMap>> wanting = List.of(List.of(), List.of(map("zip", null, 0, 1)), List.of(map(null, "tally", 0, 1)));
        for (List<ConfidenceMap> maps : wanting) {
            assertThatThrownBy(() -> contract(maps, List.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all kinds");
        }
    }
}
