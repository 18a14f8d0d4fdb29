package io.penstock.sink.decode.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {

    @Test
    void thousandsLakhsAndCentsAreUsual() {
        assertThat(Grouping.plausibility(List.of(3))).isEqualTo(1);
        assertThat(Grouping.plausibility(List.of(1, 3, 3))).isEqualTo(1);
        assertThat(Grouping.plausibility(List.of(2))).isEqualTo(1);
        assertThat(Grouping.plausibility(List.of(2, 2, 3))).isEqualTo(1);
        assertThat(Grouping.plausibility(List.of(1, 3, 2))).isEqualTo(1);
        assertThat(Grouping.plausibility(List.of(3, 3))).isEqualTo(1);
    }

    @Test
    void ungroupedDigitsAreLessUsualAndOddGroupsHardlyEverWritten() {
        assertThat(Grouping.plausibility(List.of(7))).isBetween(0.1, 0.9);
        assertThat(Grouping.plausibility(List.of(2, 4))).isLessThan(0.1);
        assertThat(Grouping.plausibility(List.of(4, 3))).isLessThan(0.1);
        assertThat(Grouping.plausibility(List.of(4, 3, 3))).isLessThan(0.1);
        assertThat(Grouping.plausibility(List.of(1, 2, 3, 3))).isLessThan(0.1);
        assertThat(Grouping.plausibility(List.of(1, 1, 3))).isLessThan(0.1);
        assertThat(Grouping.plausibility(List.of(1, 2, 2, 1))).isLessThan(0.1);
    }
}
