package io.penstock.train.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.classify.model.Scaling;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScalingFitTest {

    private static final float[] NO_DIGIT = {0.3f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.7f};
    private static final float[] DIGIT = {0.9f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.1f};

    @Test
    void boastersAreSoftened() {
        assertThat(fit(0.99, 0.8).temperature()).isGreaterThan(1.5);
    }

    @Test
    void doubtersAreSharpened() {
        assertThat(fit(0.7, 0.95).temperature()).isLessThan(0.8);
    }

    @Test
    void theHonestAreLeftAlone() {
        assertThat(fit(0.9, 0.9).temperature()).isBetween(0.99, 1.01);
        assertThat(fit(0.9, 0.9).reject()).as("without a reject class").isEqualTo(1);
    }

    @Test
    void rejectIsExpectedAsOftenAsThereIsRubbish() {
        float[][] digits = Stream.generate(() -> DIGIT).limit(100).toArray(float[][]::new);
        float[][] rubbish = Stream.generate(() -> NO_DIGIT).limit(50).toArray(float[][]::new);
        Scaling scaling = new ScalingFit(digits, new byte[100], rubbish).fit();
        assertThat(0.98 * scaling.of(DIGIT)[10] + 0.02 * scaling.of(NO_DIGIT)[10]).isCloseTo(0.02, within(1e-4));
        assertThat(scaling.reject()).isLessThan(1);
    }

    @Test
    void scalingKeepsTheOrderAndAddsUpToOne() {
        float[] softened = new Scaling(2, 1).of(0.9f, 0.08f, 0.02f);
        assertThat(softened[0]).isGreaterThan(softened[1]).isLessThan(0.9f);
        assertThat(softened[0] + softened[1] + softened[2]).isCloseTo(1, within(1e-6f));
    }

    /** Fits on answers of two classes that claim one probability and are right at another rate. */
    private static Scaling fit(double claimed, double right) {
        float[][] pooled = new float[1000][];
        byte[] labels = new byte[1000];
        Arrays.fill(pooled, new float[] {(float) claimed, (float) (1 - claimed)});
        for (int i = 0; i < 1000; i++) {
            labels[i] = (byte) (i < right * 1000 ? 0 : 1);
        }
        return new ScalingFit(pooled, labels, new float[0][]).fit();
    }
}
