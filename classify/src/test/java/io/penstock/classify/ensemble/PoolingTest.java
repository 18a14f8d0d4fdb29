package io.penstock.classify.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.classify.engine.Network;
import io.penstock.classify.model.Scaling;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolingTest {

    private static final float[] SURE = {0.9f, 0.1f, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final float[] UNSURE = {0.5f, 0.5f, 0, 0, 0, 0, 0, 0, 0, 0};

    @Test
    void membersAreAveraged() {
        float[] pooled = pool(1, SURE, UNSURE);
        assertThat(pooled[0]).isCloseTo(0.7f, within(1e-6f));
        assertThat(pooled[1]).isCloseTo(0.3f, within(1e-6f));
    }

    @Test
    void aTemperatureAboveOneSoftensAndOneBelowSharpens() {
        assertThat(pool(2, SURE)[0]).isLessThan(0.9f);
        assertThat(pool(0.5, SURE)[0]).isGreaterThan(0.9f);
    }

    @Test
    void aMemberWithARejectClassIsPooledWithOneThatHasNone() {
        float[] pooled = pool(1, SURE, new float[] {0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5f});
        assertThat(pooled[10]).isCloseTo(0.25f, within(1e-6f));
        assertThat(pooled[0]).isCloseTo(0.7f, within(1e-6f));
    }

    @Test
    void theGateAnswersOnlyWhereADigitIsProbableEnough() {
        float[] rubbish = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
        assertThat(gate(0.89, SURE).answers(new float[784])[0][0]).isCloseTo(0.9f, within(1e-6f));
        assertThat(gate(0.91, SURE).answers(new float[784])[0]).isNull();
        assertThat(gate(0.9, rubbish).answers(new float[784])[0]).as("sure of no digit").isNull();
    }

    @Test
    void rejectIsWeightedAgainstTheDigits() {
        float[] half = {0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5f};
        float[] weighted = new Pooling(new Scaling(1, 0.25)).distributions(List.<float[][]>of(new float[][] {half}))[0];
        assertThat(weighted[10]).isCloseTo(0.2f, within(1e-6f));
        assertThat(weighted[0]).isCloseTo(0.8f, within(1e-6f));
    }

    @Test
    void everyDistributionAddsUpToOne() {
        float sum = 0;
        for (float value : pool(1.7, SURE, UNSURE)) {
            sum += value;
        }
        assertThat(sum).isCloseTo(1, within(1e-5f));
    }

    private static Gate gate(double accept, float... answer) {
        return new Gate(new FixedNetwork(answer), new Pooling(Scaling.NONE), accept);
    }

    private static float[] pool(double temperature, float[]... members) {
        List<float[][]> answers = Arrays.stream(members).map(member -> new float[][] {member}).toList();
        return new Pooling(new Scaling(temperature, 1)).distributions(answers)[0];
    }

    private record FixedNetwork(float... answer) implements Network {
        @Override
        public float[][] probabilities(float[] glyphs) {
            return new float[][] {answer};
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
