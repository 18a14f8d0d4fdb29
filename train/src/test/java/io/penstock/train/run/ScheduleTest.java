package io.penstock.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final double PEAK = 0.002;

    @Test
    void cosineRisesOverHalfAnEpochAndFallsToAHundredth() {
        assertThat(at(Schedule.COSINE, 0)).isLessThan(at(Schedule.COSINE, 4));
        assertThat(at(Schedule.COSINE, 5)).isCloseTo(PEAK, within(1e-6));
        assertThat(at(Schedule.COSINE, 50)).isLessThan(at(Schedule.COSINE, 20));
        assertThat(at(Schedule.COSINE, 100)).isCloseTo(PEAK / 100, within(1e-8));
    }

    @Test
    void oneCycleRisesOverThreeTenthsAndFallsToNearlyNothing() {
        assertThat(at(Schedule.ONE_CYCLE, 0)).isCloseTo(PEAK / 25, within(1e-8));
        assertThat(at(Schedule.ONE_CYCLE, 15)).isBetween(PEAK / 25, PEAK);
        assertThat(at(Schedule.ONE_CYCLE, 30)).isCloseTo(PEAK, within(1e-8));
        assertThat(at(Schedule.ONE_CYCLE, 100)).isCloseTo(PEAK / 10_000, within(1e-8));
    }

    @Test
    void cosineTwiceIsTheCosineOfHalfTheEpochsAndThenAgain() {
        Schedule.Moment half = new Schedule.Moment(12, 10, 5, List.of());
        assertThat(at(Schedule.COSINE_TWICE, 12)).isEqualTo(at(Schedule.COSINE_TWICE, 62)).isEqualTo(Schedule.COSINE.rate(PEAK, half));
        assertThat(at(Schedule.COSINE_TWICE, 49)).isLessThan(PEAK / 50);
        assertThat(at(Schedule.COSINE_TWICE, 55)).isCloseTo(PEAK, within(1e-6));
    }

    @Test
    void constantIsConstant() {
        assertThat(at(Schedule.CONSTANT, 0)).isEqualTo(at(Schedule.CONSTANT, 99)).isEqualTo(PEAK);
    }

    @Test
    void plateauHalvesAfterThreeEpochsWithoutALowerLossDownToItsFloor() {
        assertThat(afterLosses(0.5, 0.4, 0.41, 0.42)).isEqualTo(PEAK);
        assertThat(afterLosses(0.5, 0.4, 0.41, 0.42, 0.4)).isEqualTo(PEAK / 2);
        assertThat(afterLosses(0.5, 0.4, 0.41, 0.42, 0.4, 0.3, 0.4, 0.4)).isEqualTo(PEAK / 2);
        assertThat(afterLosses(new double[40])).isEqualTo(1e-4);
    }

    private static double at(Schedule schedule, long step) {
        return schedule.rate(PEAK, new Schedule.Moment(step, 10, 10, List.of()));
    }

    private static double afterLosses(double... losses) {
        List<EpochResult> history = new ArrayList<>();
        for (double loss : losses) {
            history.add(new EpochResult(history.size() + 1, 0, 0, loss, 0, 0));
        }
        return Schedule.PLATEAU.rate(PEAK, new Schedule.Moment(10L * losses.length, 10, 100, history));
    }
}
