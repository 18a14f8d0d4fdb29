package io.penstock.app.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThresholdSearchTest {

    private static final double DELTA = 0.05;

    @Test
    void theBoundIsTheExactBinomialOne() {
        assertThat(RiskBound.upper(0, 100, 0.05)).isCloseTo(1 - Math.pow(0.05, 0.01), within(1e-9));
        assertThat(RiskBound.upper(1, 100, 0.05)).isCloseTo(0.04656, within(1e-5));
        assertThat(RiskBound.upper(10, 100, 0.05)).isCloseTo(0.16372, within(1e-4));
        assertThat(RiskBound.upper(3, 3, 0.05)).isEqualTo(1);
    }

    @Test
    void withoutOneErrorItTakesAboutThreeOverTheRisk() {
        assertThat(RiskBound.errorFree(0.01, 0.05)).isEqualTo(299);
        assertThat(RiskBound.errorFree(0.001, 0.05)).isEqualTo(2995);
        assertThat(RiskBound.upper(0, 299, 0.05)).isLessThanOrEqualTo(0.01);
        assertThat(RiskBound.upper(0, 298, 0.05)).isGreaterThan(0.01);
    }

    /** Over many sets of labelled fields a threshold may let more errors through than promised in delta of them at most. */
    @Test
    void thePromiseHoldsInAsManySetsAsItSays() {
        Random random = new Random(7);
        for (double risk : new double[] {0.02, 0.05, 0.1}) {
            int broken = 0;
            int sets = 1500;
            for (int set = 0; set < sets; set++) {
                ThresholdSearch.Found found = new ThresholdSearch(risk, DELTA).search(draw(400 + 200 * (set % 4), random));
                broken += found != null && trueRisk(found.level()) > risk ? 1 : 0;
            }
            double threeSigma = 3 * Math.sqrt(DELTA * (1 - DELTA) / sets);
            assertThat((double) broken / sets).as("risk %s", risk).isLessThanOrEqualTo(DELTA + threeSigma);
        }
    }

    /** Equal confidences must not let a threshold stand on the errors that happen to be sorted last. */
    @Test
    void thePromiseHoldsWhereManyFieldsAreEquallySure() {
        Random random = new Random(8);
        int broken = 0;
        int sets = 1500;
        for (int set = 0; set < sets; set++) {
            double[] confidences = new double[500];
            boolean[] right = new boolean[confidences.length];
            for (int i = 0; i < right.length; i++) {
                confidences[i] = random.nextInt(4) / 4.0;
                right[i] = random.nextDouble() < (confidences[i] > 0.5 ? 0.965 : 0.8);
            }
            ThresholdSearch.Found found = new ThresholdSearch(0.03, DELTA).search(new Ranking(confidences, right));
            broken += found == null ? 0 : 1; // even the surest are wrong more often than that
        }
        assertThat((double) broken / sets).isLessThanOrEqualTo(DELTA + 3 * Math.sqrt(DELTA * (1 - DELTA) / sets));
    }

    @Test
    void aGreaterRiskReadsMore() {
        Ranking ranking = draw(20_000, new Random(9));
        double before = 2;
        for (double risk : new double[] {0.005, 0.01, 0.02, 0.05, 0.1}) {
            ThresholdSearch.Found found = new ThresholdSearch(risk, DELTA).search(ranking);
            assertThat(found.level()).as("risk %s", risk).isLessThan(before);
            assertThat(found.bound()).isLessThanOrEqualTo(risk);
            before = found.level();
        }
    }

    @Test
    void nothingIsPromisedOnTooFewTrialsAndTheNumberNeededSuffices() {
        ThresholdSearch search = new ThresholdSearch(0.01, DELTA);
        Ranking few = draw(200, new Random(10));
        assertThat(search.search(few)).isNull();
        int needed = search.needed(few).orElseThrow();
        assertThat(needed).isBetween(299, 20_000);
        int enough = 0;
        for (int seed = 0; seed < 40; seed++) {
            enough += search.search(draw(2 * needed, new Random(seed))) != null ? 1 : 0;
        }
        assertThat(enough).isGreaterThan(20);
    }

    @Test
    void noNumberOfFieldsHelpsWhereTheSurestAreWrong() {
        double[] confidences = new double[300];
        boolean[] right = new boolean[300];
        for (int i = 0; i < 300; i++) {
            confidences[i] = 1 - i / 300.0;
            right[i] = i % 5 != 0;
        }
        assertThat(new ThresholdSearch(0.01, DELTA).needed(new Ranking(confidences, right))).isEmpty();
    }

    /** Confidence is even from 0 to 1; what is above 0.6 is hardly ever wrong, what is below mostly. */
    private static Ranking draw(int size, Random random) {
        double[] confidences = random.doubles(size).toArray();
        boolean[] right = new boolean[size];
        for (int i = 0; i < size; i++) {
            right[i] = random.nextDouble() >= errorRate(confidences[i]);
        }
        return new Ranking(confidences, right);
    }

    private static double errorRate(double confidence) {
        return 1 / (1 + Math.exp(14 * (confidence - 0.35)));
    }

    private static double trueRisk(double level) {
        double sum = 0;
        int steps = 1000;
        for (int i = 0; i < steps; i++) {
            sum += errorRate(level + (1 - level) * (i + 0.5) / steps);
        }
        return sum / steps;
    }
}
