package io.penstock.classify.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolingTest {

    private static final float[] SURE = {0.9f, 0.1f, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final float[] UNSURE = {0.5f, 0.5f, 0, 0, 0, 0, 0, 0, 0, 0};

    @Test
    void membersAreAveraged() {
        float[] pooled = pool(1, 0, SURE, UNSURE);
        assertThat(pooled[0]).isCloseTo(0.7f, within(1e-6f));
        assertThat(pooled[1]).isCloseTo(0.3f, within(1e-6f));
    }

    @Test
    void aTemperatureAboveOneSoftensAndOneBelowSharpens() {
        assertThat(pool(2, 0, SURE)[0]).isLessThan(0.9f);
        assertThat(pool(0.5, 0, SURE)[0]).isGreaterThan(0.9f);
    }

    @Test
    void whatTheRejectNetworkClaimsIsTakenFromTheDigits() {
        float[] pooled = pool(1, 0.25f, SURE);
        assertThat(pooled[10]).isEqualTo(0.25f);
        assertThat(pooled[0]).isCloseTo(0.9f * 0.75f, within(1e-6f));
    }

    @Test
    void everyDistributionAddsUpToOne() {
        float sum = 0;
        for (float value : pool(1.7, 0.4f, SURE, UNSURE)) {
            sum += value;
        }
        assertThat(sum).isCloseTo(1, within(1e-5f));
    }

    private static float[] pool(double temperature, float reject, float[]... members) {
        List<float[][]> answers = Arrays.stream(members).map(member -> new float[][] {member}).toList();
        return new Pooling(temperature).distributions(answers, new float[][] {{1 - reject, reject}})[0];
    }
}
