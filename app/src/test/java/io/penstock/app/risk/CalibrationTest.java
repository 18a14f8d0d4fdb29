package io.penstock.app.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.FieldKind;
import io.penstock.sink.risk.ConfidenceMap;
import io.penstock.sink.risk.RiskContract;
import io.penstock.sink.risk.RiskContract.Unit;
import io.penstock.sink.risk.RiskThreshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static CalibrationPlan plan(String kind, double risk, Unit unit) {
        return new CalibrationPlan(Map.of(kind, risk), 0.05, unit, 0.3);
    }

    /** Fields whose posterior promises too much: of those at log-odds x only as many are right as 0.6 x − 0.5 says. */
    private static List<Trial> overconfident(int documents, int each, String form, String kind, long seed) {
        Random random = new Random(seed);
        List<Trial> trials = new ArrayList<>();
        for (int document = 0; document < documents; document++) {
            for (int i = 0; i < each; i++) {
                double x = -2 + 14 * random.nextDouble();
                boolean right = random.nextDouble() < 1 / (1 + Math.exp(0.5 - 0.6 * x));
                trials.add(new Trial(form + document, form, kind, 1 / (1 + Math.exp(-x)), right, true));
            }
        }
        return trials;
    }

    @Test
    void confidenceBecomesTheShareThatIsRight() {
        Calibration calibration = Calibration.of(plan("amount", 0.05, Unit.FIELD), overconfident(3000, 1, "cheque", "amount", 1));
        ConfidenceMap map = calibration.contract("m", NOW).maps().get(0);
        assertThat(map.slope()).isBetween(0.5, 0.7);
        assertThat(map.intercept()).isBetween(-0.8, -0.2);
        List<Trial> sure = calibration.held().stream().filter(trial -> Math.abs(calibration.confidence(trial) - 0.8) < 0.1).toList();
        assertThat(sure.stream().filter(Trial::right).count() / (double) sure.size()).isBetween(0.72, 0.88);
    }

    @Test
    void fewFieldsHardlyMoveConfidence() {
        List<Trial> five = List.of(new Trial("a", null, "zip", 0.9, false, true), new Trial("b", null, "zip", 0.9, true, true));
        ConfidenceMap map = ConfidenceFit.fit("zip", null, five, ConfidenceFit.AS_DECODED);
        assertThat(map.confidence(0.9)).isBetween(0.6, 0.9);
        assertThat(map.slope()).isBetween(0.7, 1.1);
    }

    @Test
    void theContractSaysWhatWasCounted() {
        Calibration calibration = Calibration.of(plan("amount", 0.02, Unit.FIELD), overconfident(4000, 1, "cheque", "amount", 2));
        RiskContract contract = calibration.contract("digits@1", NOW);
        assertThat(calibration.refusals()).isEmpty();
        assertThat(contract.version()).matches("risk@[0-9a-f]{12}");
        assertThat(contract.thresholds()).extracting(RiskThreshold::form).containsExactly(null, "cheque");
        RiskThreshold promise = contract.threshold("another", FieldKind.AMOUNT).orElseThrow();
        assertThat(promise.bound()).isLessThanOrEqualTo(0.02);
        assertThat(promise.trials()).isEqualTo(promise.fields()).isBetween(2600, 3000);
        assertThat(promise.readRate()).isBetween(0.2, 0.9);
        assertThat(contract.threshold("cheque", FieldKind.DATE)).isEmpty();
    }

    @Test
    void theFitKnowsNothingOfTheDocumentsThatBearItOut() {
        List<Trial> trials = overconfident(1000, 1, "cheque", "amount", 3);
        Calibration calibration = Calibration.of(plan("amount", 0.1, Unit.FIELD), trials);
        List<String> held = calibration.held().stream().map(Trial::document).toList();
        List<Trial> spoiled = trials.stream().map(trial -> held.contains(trial.document())
            ? new Trial(trial.document(), trial.form(), trial.kind(), trial.posterior(), !trial.right(), true) : trial).toList();
        assertThat(Calibration.of(plan("amount", 0.1, Unit.FIELD), spoiled).contract("m", NOW).maps())
            .isEqualTo(calibration.contract("m", NOW).maps());
    }

    @Test
    void oneFieldOfADocumentCountsUnlessSaidOtherwise() {
        List<Trial> trials = overconfident(800, 5, "tally", "integer", 4);
        RiskThreshold strict = Calibration.of(plan("integer", 0.1, Unit.DOCUMENT), trials).contract("m", NOW).thresholds().get(0);
        RiskThreshold loose = Calibration.of(plan("integer", 0.1, Unit.FIELD), trials).contract("m", NOW).thresholds().get(0);
        assertThat(strict.trials()).isEqualTo(strict.documents());
        assertThat(loose.trials()).isEqualTo(5 * strict.trials());
        assertThat(loose.readRate()).isGreaterThanOrEqualTo(strict.readRate());
    }

    @Test
    void whatAPersonIsAskedAboutAnywayIsNoTrial() {
        List<Trial> trials = new ArrayList<>(overconfident(1500, 1, "cheque", "amount", 5));
        for (int i = 0; i < 500; i++) {
            trials.add(new Trial("bad" + i, "cheque", "amount", 0.99999, false, false));
        }
        RiskThreshold promise = Calibration.of(plan("amount", 0.1, Unit.FIELD), trials).contract("m", NOW).thresholds().get(0);
        assertThat(promise.trials()).isLessThan(promise.fields());
        assertThat(promise.readRate()).isLessThan(0.75);
    }

    @Test
    void aRefusalSaysHowManyFieldsWouldDo() {
        Calibration calibration = Calibration.of(plan("amount", 0.001, Unit.DOCUMENT), overconfident(300, 1, "cheque", "amount", 6));
        Refusal refusal = calibration.refusals().get(0);
        assertThat(refusal.code()).isEqualTo(Refusal.Code.RISK_NOT_SUPPORTED);
        assertThat(refusal.message()).contains("amount: at most 0.1 % wrong, at 95 % certainty")
            .contains("it takes 2995 accepted documents").containsPattern("about \\d+ labelled documents would do|would not do");
    }

    @Test
    void aKindWithoutFieldsIsRefused() {
        Calibration calibration = Calibration.of(plan("zip", 0.1, Unit.DOCUMENT), overconfident(300, 1, "cheque", "amount", 7));
        assertThat(calibration.refusals()).singleElement().extracting(Refusal::code).isEqualTo(Refusal.Code.NO_LABELLED_FIELDS);
        assertThat(calibration.contract("m", NOW).thresholds()).isEmpty();
    }
}
