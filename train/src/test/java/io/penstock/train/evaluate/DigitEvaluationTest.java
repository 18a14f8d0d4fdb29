package io.penstock.train.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.ensemble.EnsembleClassifier;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.data.DataFolder;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DigitEvaluationTest {

    @Test
    void accuracyConfusionAndCalibrationAreCounted() {
        DigitReport report = evaluate(0.8f, 5, 5, 5, 7, 5);
        assertThat(report.count()).isEqualTo(5);
        assertThat(report.accuracy()).isEqualTo(0.8);
        assertThat(report.errors()).isEqualTo(1);
        assertThat(report.confusion()[7][5]).isEqualTo(1);
        assertThat(report.perDigit().get(5)).isEqualTo(1);
        assertThat(report.perDigit().get(0)).isNull();
        assertThat(report.ece()).isCloseTo(0, within(1e-6));
        assertThat(report.model()).isEqualTo("always five");
        assertThat(report.mostConfused()).containsExactly(new ConfusedPair(7, 5, 1));
        assertThat(report.classes().get(5).precision()).isEqualTo(0.8);
        assertThat(report.classes().get(7).f1()).isZero();
        assertThat(report.accuracy95().low()).isLessThan(0.8);
        assertThat(report.accuracy95().high()).isGreaterThan(0.8);
    }

    @Test
    void boastingShowsInTheCalibrationError() {
        assertThat(evaluate(1f, 5, 7).ece()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void rejectionDoesNotChangeWhichDigitIsMostProbable() {
        DigitReport report = evaluate(0.3f, 5, 5);
        assertThat(report.accuracy()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
    }

    @Test
    void theShippedEnsembleReadsMnistsTestHalf() {
        DataFolder data = DataFolder.locate(null);
        Assumptions.assumeTrue(data.hasMnist(), "no MNIST in " + data.root());
        DigitSet test = data.mnistTest().where(i -> i % 10 == 0);
        try (DigitClassifier classifier = EnsembleClassifier.shipped()) {
            DigitReport report = DigitEvaluation.evaluate(test, classifier);
            assertThat(report.accuracy()).isGreaterThanOrEqualTo(0.99);
            assertThat(report.rejected()).isLessThan(0.01);
        }
    }

    private static DigitReport evaluate(float confidence, int... labels) {
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        return DigitEvaluation.evaluate(new DigitSet(new byte[labels.length][784], bytes), new AlwaysFive(confidence));
    }

    /** Says five with one probability, and gives the rest to reject. */
    private record AlwaysFive(float confidence) implements DigitClassifier {

        @Override
        public float[][] classify(List<byte[]> glyphs) {
            float[][] answers = new float[glyphs.size()][CLASSES];
            for (float[] answer : answers) {
                answer[5] = confidence;
                answer[REJECT] = 1 - confidence;
            }
            return answers;
        }

        @Override
        public String version() {
            return "always five";
        }

        @Override
        public void close() {
            // nothing to free
        }
    }
}
