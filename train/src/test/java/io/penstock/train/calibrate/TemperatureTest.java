package io.penstock.train.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TemperatureTest {

    @Test
    void boastersAreSoftened() {
        assertThat(fit(0.99, 0.8)).isGreaterThan(1.5);
    }

    @Test
    void doubtersAreSharpened() {
        assertThat(fit(0.7, 0.95)).isLessThan(0.8);
    }

    @Test
    void theHonestAreLeftAlone() {
        assertThat(fit(0.9, 0.9)).isBetween(0.99, 1.01);
    }

    @Test
    void scalingKeepsTheOrderAndAddsUpToOne() {
        float[] softened = Temperature.scaled(new float[][] {{0.9f, 0.08f, 0.02f}}, 2)[0];
        assertThat(softened[0]).isGreaterThan(softened[1]).isLessThan(0.9f);
        assertThat(softened[0] + softened[1] + softened[2]).isCloseTo(1, within(1e-6f));
    }

    /** Fits on answers of two classes that claim one probability and are right at another rate. */
    private static double fit(double claimed, double right) {
        float[][] pooled = new float[1000][];
        byte[] labels = new byte[1000];
        Arrays.fill(pooled, new float[] {(float) claimed, (float) (1 - claimed)});
        for (int i = 0; i < 1000; i++) {
            labels[i] = (byte) (i < right * 1000 ? 0 : 1);
        }
        return new Temperature(pooled, labels).fit();
    }
}
