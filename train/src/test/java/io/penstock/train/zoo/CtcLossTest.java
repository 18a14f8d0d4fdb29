package io.penstock.train.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.classify.engine.NativeBackend;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CtcLossTest {

    private static final int FRAMES = 5;
    private static final int CLASSES = 4;
    private static final int BLANK = CLASSES - 1;

    private final CtcLoss loss = new CtcLoss(FRAMES);

    @BeforeAll
    static void prepare() {
        NativeBackend.prepare();
    }

    @Test
    void isTheLogarithmOfAllWaysToLayTheStringAlongTheFrames() {
        float[] values = values(7);
        assertThat(loss(values, 1, 1, 2)).isCloseTo(-Math.log(ways(values, 0, -1, "", "112")), within(1e-4));
        assertThat(loss(values, 0)).isCloseTo(-Math.log(ways(values, 0, -1, "", "0")), within(1e-4));
        assertThat(loss(values)).isCloseTo(-Math.log(ways(values, 0, -1, "", "")), within(1e-4));
    }

    @Test
    void theGradientIsWhatASmallStepShows() {
        float[] values = values(8);
        try (INDArray gradient = loss.computeGradient(labels(1, 2), array(values), null, null)) {
            for (int i = 0; i < values.length; i++) {
                float[] more = values.clone();
                float[] less = values.clone();
                more[i] += 1e-2f;
                less[i] -= 1e-2f;
                double slope = (loss(more, 1, 2) - loss(less, 1, 2)) / 2e-2;
                assertThat(gradient.getDouble(i / CLASSES, i % CLASSES)).as("value " + i).isCloseTo(slope, within(2e-3));
            }
        }
    }

    @Test
    void aStringThatDoesNotFitInTheFramesTeachesNothing() {
        try (INDArray gradient = loss.computeGradient(labels(1, 1, 1, 1), array(values(9)), null, null)) {
            assertThat(gradient.amaxNumber().doubleValue()).isZero();
        }
    }

    private double loss(float[] values, int... string) {
        return loss.computeScore(labels(string), array(values), null, null, false);
    }

    private static INDArray array(float[] values) {
        return Nd4j.create(values, new int[] {FRAMES, CLASSES});
    }

    private static INDArray labels(int... string) {
        INDArray labels = Nd4j.zeros(FRAMES, CLASSES);
        for (int i = 0; i < string.length; i++) {
            labels.putScalar(i, 0, string[i] + 1);
        }
        return labels;
    }

    private static float[] values(long seed) {
        Random random = new Random(seed);
        float[] values = new float[FRAMES * CLASSES];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static double ways(float[] values, int t, int before, String string, String wanted) {
        if (t == FRAMES) {
            return string.equals(wanted) ? 1 : 0;
        }
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            sum += Math.exp(values[t * CLASSES + c]);
        }
        double ways = 0;
        for (int c = 0; c < CLASSES; c++) {
            String longer = c == BLANK || c == before ? string : string + c;
            ways += Math.exp(values[t * CLASSES + c]) / sum * ways(values, t + 1, c, longer, wanted);
        }
        return ways;
    }
}
