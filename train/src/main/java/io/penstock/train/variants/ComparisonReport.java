package io.penstock.train.variants;

import io.penstock.train.evaluate.DigitReport;
import io.penstock.train.evaluate.DigitSection;
import io.penstock.train.evaluate.Reliability;
import io.penstock.train.evaluate.RubbishReport;
import io.penstock.train.evaluate.RubbishSection;
import io.penstock.train.report.HtmlPage;
import io.penstock.train.report.LineChart;
import io.penstock.train.report.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a comparison found: a page, tables in Markdown, figures for machines. */
public final class ComparisonReport {

    private static final int CURVES_IN_ONE = 10;

    private final List<MeasuredVariant> variants;

    ComparisonReport(List<MeasuredVariant> variants) {
        this.variants = variants;
    }

    /**
     * Figures of one variant, for machines.
     *
     * @param name            of the variant
     * @param networks        content hashes of its networks
     * @param parameters      trained parameters
     * @param bytes           size of the weights files
     * @param trainingSeconds null where not kept
     * @param sets            figures for each set
     * @param eceUncalibrated for each set the ECE at temperature 1; empty for networks
     * @param rubbish         what it makes of things that are no digits
     */
    public record Figures(String name, List<String> networks, long parameters, long bytes, Double trainingSeconds,
                          Map<String, DigitReport> sets, Map<String, Double> eceUncalibrated, RubbishReport rubbish) {
    }

    /** Returns the figures of all variants. */
    public List<Figures> figures() {
        return variants.stream().map(one -> {
            Map<String, Double> ece = new LinkedHashMap<>();
            one.uncalibrated().forEach((set, answers) -> ece.put(set, Reliability.of(answers).ece()));
            return new Figures(one.variant().name(), List.copyOf(one.variant().ensemble().networks()), one.variant().parameters(),
                one.variant().bytes(), one.variant().trainingSeconds(), one.reports(), ece, one.rubbish());
        }).toList();
    }

    /** Returns the tables as Markdown. */
    public String markdown() {
        return new ComparisonTables(variants).all().stream().map(Table::markdown).collect(Collectors.joining("\n"));
    }

    /** Returns the page. */
    public HtmlPage page() {
        HtmlPage page = HtmlPage.titled("Digit classifiers, compared");
        page.lead(variants.size() + " variants, each measured through the serving path on the same digits. Nothing was trained or "
            + "chosen on the sets named test; an ensemble's temperature and its gate's level come from the validation writers.");
        page.section("Tables");
        new ComparisonTables(variants).all().forEach(table -> table.addTo(page));
        curves(page);
        for (MeasuredVariant one : variants) {
            page.section(one.variant().name());
            one.answers().forEach((set, answers) -> {
                if (one.variant().isEnsemble() || set.equals(one.answers().keySet().iterator().next())) {
                    page.subsection(set);
                    new DigitSection(answers, one.uncalibrated().get(set)).addTo(page);
                }
            });
            page.subsection("Things that are no digits");
            new RubbishSection(one.rubbish(), one.pieces()).addTo(page);
        }
        return page;
    }

    private void curves(HtmlPage page) {
        List<Variant> trained = variants.stream().map(MeasuredVariant::variant)
            .filter(variant -> !variant.isEnsemble() && !variant.networks().get(0).history().isEmpty()).toList();
        if (trained.isEmpty()) {
            return;
        }
        page.section("Learning curves");
        for (int from = 0; from < trained.size(); from += CURVES_IN_ONE) {
            LineChart chart = new LineChart("Validation accuracy", "epoch", "share right, %");
            trained.subList(from, Math.min(trained.size(), from + CURVES_IN_ONE)).forEach(variant ->
                chart.line(variant.name(), LearningCurve.epochs(variant), LearningCurve.validationAccuracy(variant)));
            page.figure(chart.png(), "Validation accuracy by epoch", "Digits of the validation writers that are right after each epoch.");
        }
        trained.forEach(variant -> page.figure(new LineChart(variant.name(), "epoch", "log loss")
            .line("training, varied", LearningCurve.epochs(variant), LearningCurve.loss(variant))
            .line("validation", LearningCurve.epochs(variant), LearningCurve.validationLoss(variant)).png(),
            "Learning curve of " + variant.name(), "Training loss is of varied samples with dropout, so it may lie above."));
    }
}
