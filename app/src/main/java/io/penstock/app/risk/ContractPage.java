package io.penstock.app.risk;

import io.penstock.app.evaluate.AcceptanceCurve;
import io.penstock.app.evaluate.AcceptanceCurve.Point;
import io.penstock.app.evaluate.NumberPage;
import io.penstock.sink.risk.RiskContract;
import io.penstock.sink.risk.RiskThreshold;
import io.penstock.train.evaluate.Reliability;
import io.penstock.train.report.HtmlPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page about a risk contract: what is promised, on which figures, and how far confidence can be believed. */
public final class ContractPage {

    private static final String SAID = "Each line: of the numbers that reach the level, at most the risk is wrong. The bound is the "
        + "greatest error rate that is compatible with what was counted (exact binomial), and fails with a probability of delta at most.";

    private final Calibration calibration;
    private final RiskContract contract;

    /** Takes a calibration with the contract that it makes. */
    public ContractPage(Calibration calibration, RiskContract contract) {
        this.calibration = calibration;
        this.contract = contract;
    }

    /** Returns the page. */
    public HtmlPage page() {
        HtmlPage page = HtmlPage.titled("Risk contract " + contract.version());
        page.lead(calibration.refusals().isEmpty() ? contract.thresholds().size() + " promises, measured with " + contract.model() + "."
            : "No contract: not all that was asked for can be promised.");
        calibration.refusals().forEach(refusal -> page.paragraph(refusal.code() + ": " + refusal.message()));
        page.table("Promises", List.of("kind", "form", "risk", "bound", "level", "read rate", "accepted", "wrong", "trials", "documents"),
            contract.thresholds().stream().map(ContractPage::row).toList());
        page.note(SAID + " Delta: " + contract.delta() + ". One trial is one "
            + (contract.unit() == RiskContract.Unit.DOCUMENT ? "field of a document." : "field, whatever others its document has."));
        calibration.held().stream().map(Trial::kind).distinct().sorted().forEach(kind -> addKind(page, kind));
        page.table("From posterior to confidence (log-odds)", List.of("kind", "form", "intercept", "slope", "fields", "documents", "wrong"),
            contract.maps().stream().map(map -> List.of(orAll(map.kind()), orAll(map.form()), number(map.intercept()), number(map.slope()),
                Integer.toString(map.fields()), Integer.toString(map.documents()), Integer.toString(map.wrong()))).toList());
        return page;
    }

    private void addKind(HtmlPage page, String kind) {
        List<Trial> ofKind = calibration.held().stream().filter(trial -> trial.kind().equals(kind)).toList();
        List<Trial> acceptable = ofKind.stream().filter(Trial::acceptable)
            .sorted(Comparator.comparingDouble(calibration::confidence).reversed()).toList();
        boolean[] right = new boolean[acceptable.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = acceptable.get(i).right();
        }
        Reliability after = Reliability.of(acceptable.stream().mapToDouble(calibration::confidence).toArray(), right);
        Reliability before = Reliability.of(acceptable.stream().mapToDouble(Trial::posterior).toArray(), right);
        List<Point> points = curve(acceptable, ofKind.size());
        List<Point> promised = contract.thresholds().stream().filter(one -> one.kind().equals(kind) && one.form() == null)
            .flatMap(one -> points.stream().filter(point -> point.threshold() >= one.confidence()).reduce((a, b) -> b).stream()).toList();
        page.section("Kind " + kind);
        page.figure(NumberPage.curve(new AcceptanceCurve(points), promised), "Error–reject curve of " + kind, ofKind.size()
            + " fields that confidence was not fitted on.");
        page.figure(NumberPage.reliability(after, Optional.of(before)), "Reliability of " + kind, String.format(Locale.ROOT,
            "Expected calibration error %.4f, before calibration %.4f.", after.ece(), before.ece()));
    }

    private List<Point> curve(List<Trial> sorted, int all) {
        List<Point> points = new ArrayList<>();
        int wrong = 0;
        for (int i = 0; i < sorted.size(); i++) {
            wrong += sorted.get(i).right() ? 0 : 1;
            points.add(new Point(calibration.confidence(sorted.get(i)), (i + 1.0) / all, wrong / (i + 1.0)));
        }
        return points;
    }

    private static List<String> row(RiskThreshold one) {
        return List.of(one.kind(), orAll(one.form()), percent(one.risk()), percent(one.bound()), number(one.confidence()),
            percent(one.readRate()), Integer.toString(one.accepted()), Integer.toString(one.wrong()), Integer.toString(one.trials()),
            Integer.toString(one.documents()));
    }

    private static String orAll(String name) {
        return name == null ? "all" : name;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f %%", 100 * share);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.6f", number);
    }
}
