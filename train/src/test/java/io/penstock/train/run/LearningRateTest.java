package io.penstock.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {

    private final LearningRate rate = new LearningRate(0.002, 10, 100);

    @Test
    void itRisesToItsPeakAndFallsToAHundredth() {
        assertThat(rate.at(0)).isLessThan(rate.at(5));
        assertThat(rate.at(10)).isCloseTo(0.002, within(1e-6));
        assertThat(rate.at(50)).isLessThan(rate.at(20));
        assertThat(rate.at(100)).isCloseTo(0.00002, within(1e-8));
    }
}
