package io.penstock.train.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.synth.digit.DigitSet;
import io.penstock.train.report.HtmlPage;
import org.junit.jupiter.api.Test;

/** Curves and figures of a few answers that can be counted by hand. */
class AnswersTest {

    /** Label, answer, its probability; the rest goes to reject. */
    private static final Answers ANSWERS = answers(new double[][] {{1, 1, 0.9}, {1, 1, 0.6}, {7, 1, 0.7}, {7, 7, 0.8}, {0, 0, 0.3}});

    @Test
    void errorsComeMostConfidentFirst() {
        Answers two = answers(new double[][] {{1, 2, 0.5}, {1, 1, 0.9}, {1, 3, 0.7}});
        assertThat(two.errors()).containsExactly(2, 0);
    }

    @Test
    void theCurveOfADigitCountsPairsInTheRightOrder() {
        // digit 1: own 0.9 and 0.6, others 0.7, 0, 0: five of six pairs stand right
        assertThat(RocCurve.of(ANSWERS, 1).auc()).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(RocCurve.of(ANSWERS, 0).auc()).isEqualTo(1);
    }

    @Test
    void tiesCountHalf() {
        assertThat(RocCurve.of(answers(new double[][] {{1, 1, 0.5}, {2, 1, 0.5}}), 1).auc()).isEqualTo(0.5);
    }

    @Test
    void aDigitThatDoesNotOccurHasNoCurve() {
        assertThat(RocCurve.of(ANSWERS, 9)).isNull();
        assertThat(DigitReport.of(ANSWERS).classes().get(9).auc()).isNull();
    }

    @Test
    void theStricterTheFewerAreReadAndTheFewerAreWrong() {
        ErrorReject curve = ErrorReject.of(ANSWERS);
        assertThat(curve.points()).extracting(ErrorReject.Point::readRate).containsExactly(0.2, 0.4, 0.6, 0.8, 1.0);
        assertThat(curve.points()).extracting(ErrorReject.Point::errorRate).containsExactly(0.0, 0.0, 1 / 3.0, 0.25, 0.2);
        assertThat(curve.summary().points().get(0).readRate()).isEqualTo(0.6);
    }

    @Test
    void reliabilityWeighsEachBinByWhatItHolds() {
        Reliability reliability = Reliability.of(answers(new double[][] {{1, 1, 0.9}, {1, 1, 0.9}, {2, 1, 0.9}, {3, 3, 0.5}}));
        assertThat(reliability.bins()).hasSize(2);
        assertThat(reliability.ece()).isCloseTo((Math.abs(2.7 - 2) + 0.5) / 4, within(1e-6));
    }

    @Test
    void wilsonsIntervalIsTheOneInTheBooks() {
        Interval interval = Interval.wilson(9966, 10_000);
        assertThat(interval.low()).isCloseTo(0.99526, within(1e-5));
        assertThat(interval.high()).isCloseTo(0.99757, within(2e-5));
        assertThat(Interval.wilson(0, 300).high()).isBetween(0.012, 0.013);
    }

    @Test
    void theSectionShowsTablesPicturesAndWhatIsWrong() {
        HtmlPage page = HtmlPage.titled("digits");
        new DigitSection(ANSWERS, null).addTo(page);
        assertThat(page.html()).contains("80.00 %", "ECE (15 bins of equal width)", "Confusion matrix", "Digits that were read wrong");
    }

    private static Answers answers(double[][] rows) {
        byte[] labels = new byte[rows.length];
        float[][] distributions = new float[rows.length][11];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = (byte) rows[i][0];
            distributions[i][(int) rows[i][1]] = (float) rows[i][2];
            distributions[i][10] = 1 - (float) rows[i][2];
        }
        return new Answers(new DigitSet(new byte[rows.length][784], labels), distributions, 1, "by hand");
    }
}
