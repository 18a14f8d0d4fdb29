package io.penstock.train.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.synth.digit.DigitSet;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The gate answers with the confidences given; digits are 3, answers 3 or 5. */
class GateLevelTest {

    @Test
    void aGateThatIsNeverWrongAnswersAll() {
        assertThat(level(new double[][] {{3, 0.99, 3}, {3, 0.7, 3}, {3, 0.4, 3}})).isCloseTo(0.4, within(1e-6));
    }

    @Test
    void itStaysAboveItsFirstOwnError() {
        assertThat(level(new double[][] {{3, 0.99, 3}, {3, 0.8, 3}, {5, 0.7, 3}, {3, 0.4, 3}})).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void whatBothGetWrongDoesNotCount() {
        assertThat(level(new double[][] {{5, 0.99, 5}, {3, 0.8, 3}})).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void aGateThatIsWrongWhereItIsSurestNeverAnswers() {
        assertThat(level(new double[][] {{5, 0.99, 3}, {3, 0.8, 3}})).isEqualTo(GateLevel.NEVER);
    }

    @Test
    void rubbishThatOnlyTheGateTakesKeepsTheLevelUp() {
        double[][] rows = {{3, 0.99, 3}, {3, 0.97, 3}, {3, 0.95, 3}};
        float[][] gate = distributions(rows, 0, 1);
        float[][] ensemble = distributions(rows, 2, -1);
        ensemble[1] = new float[11];
        assertThat(new GateLevel(gate, ensemble, new DigitSet(new byte[3][784], new byte[] {3, 10, 3}), 2).lowest())
            .isCloseTo(0.99, within(1e-6));
    }

    @Test
    void copiesMayNotPayForLostPlainDigits() {
        double[][] rows = {{3, 0.99, 3}, {5, 0.9, 3}, {3, 0.8, 5}};
        assertThat(new GateLevel(distributions(rows, 0, 1), distributions(rows, 2, -1), new DigitSet(new byte[3][784],
            new byte[] {3, 3, 3}), 2).lowest()).isCloseTo(0.99, within(1e-6));
    }

    /** Rows of gate's answer, its confidence, the ensemble's answer; all labels are 3. */
    private static double level(double[][] rows) {
        byte[] labels = new byte[rows.length];
        Arrays.fill(labels, (byte) 3);
        return new GateLevel(distributions(rows, 0, 1), distributions(rows, 2, -1), new DigitSet(new byte[rows.length][784], labels),
            rows.length).lowest();
    }

    private static float[][] distributions(double[][] rows, int answer, int confidence) {
        float[][] distributions = new float[rows.length][11];
        for (int i = 0; i < rows.length; i++) {
            distributions[i][(int) rows[i][answer]] = confidence < 0 ? 0.95f : (float) rows[i][confidence];
        }
        return distributions;
    }
}
