package io.penstock.train.tune;

import io.penstock.train.report.BarChart;
import io.penstock.train.report.HtmlPage;
import io.penstock.train.report.LineChart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A search's report as a page: the table of the trials, the rungs that they climbed, what each parameter did.
 *
 * @param report what was found
 * @param space  what was searched
 */
public record TunePage(TuneReport report, SearchSpace space) {

    /** Returns the page. */
    public HtmlPage page() {
        StudyDescription study = report.description();
        TrialResult best = report.best();
        HtmlPage page = HtmlPage.titled("Search: " + study.space())
            .lead("Trial " + best.trial() + " of " + study.plan().trials().size() + " won with " + percent(best.validationAccuracy())
                + " of " + study.validation() + " validation digits right after " + best.samples() + " samples: " + words(best.values())
                + ".")
            .note("Strategy " + study.strategy() + ", seed " + study.seed() + "; trainings draw from " + study.training()
                + " digits of writers who validate nothing. One standard deviation of an accuracy on so many digits is "
                + deviation(best.validationAccuracy(), study.validation()) + ". Test digits are not looked at.");
        if (study.plan().rungs().size() > 1) {
            page.section("Rungs").figure(rungs(), "Validation errors rung by rung, for trials by how far they climbed",
                "Each line is a trial; all start on the left, the better part goes on with more samples, from new weights.");
            page.table("What each rung kept", List.of("rung", "samples", "trials", "best", "worst"), rungRows());
        }
        page.section("Parameters");
        space.domains().forEach((parameter, domain) -> addFigure(page, parameter, domain));
        return page.section("Trials").table("All trials, those that climbed highest first, then by validation accuracy", header(), rows());
    }

    private void addFigure(HtmlPage page, String parameter, Domain domain) {
        String alt = "Validation errors on the first rung by " + parameter;
        if (domain instanceof Domain.Range range) {
            LineChart chart = new LineChart("", parameter, "validation errors, %");
            if (range.logarithmic()) {
                chart.logarithmicallyAcross();
            }
            for (int rung = 1; rung <= report.description().plan().rungs().size(); rung++) {
                List<TrialResult> results = onRung(rung);
                chart.points("rung " + rung, results.stream().mapToDouble(one -> (Double) one.values().get(parameter)).toArray(),
                    results.stream().mapToDouble(TunePage::errors).toArray());
            }
            page.figure(chart.png(), alt, "Validation errors by " + parameter + ", every trial of every rung.");
        } else if (domain.grid().size() > 1) {
            List<Object> values = domain.grid();
            double[] mean = values.stream().mapToDouble(value -> onRung(1).stream()
                .filter(one -> one.values().get(parameter).equals(value)).mapToDouble(TunePage::errors).average().orElse(0)).toArray();
            double[] least = values.stream().mapToDouble(value -> onRung(1).stream()
                .filter(one -> one.values().get(parameter).equals(value)).mapToDouble(TunePage::errors).min().orElse(0)).toArray();
            page.figure(new BarChart("", parameter, "validation errors, %", values.stream().map(TunePage::text).toList())
                .series("mean", mean).series("best", least).png(), alt, "Validation errors by " + parameter + " on the first rung.");
        }
    }

    private byte[] rungs() {
        List<Plan.Rung> rungs = report.description().plan().rungs();
        int last = rungs.size();
        LineChart chart = new LineChart("", "rung (" + rungs.stream().map(rung -> Long.toString(rung.samples()))
            .collect(Collectors.joining(", ")) + " samples)", "validation errors, %").horizontally(0.5, last + 0.5);
        for (int rung = 1; rung <= last; rung++) {
            int highest = rung;
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            for (TrialResult trial : report.ranking().stream().filter(one -> one.rung() == highest).toList()) {
                report.results().stream().filter(one -> one.trial() == trial.trial()).forEach(one -> {
                    x.add((double) one.rung());
                    y.add(errors(one));
                });
                // a gap keeps the lines of two trials apart
                x.add((double) trial.rung());
                y.add(Double.NaN);
            }
            if (!x.isEmpty()) {
                chart.line(rung == last ? "climbed to the end" : "left on rung " + rung, array(x), array(y));
            }
        }
        return chart.png();
    }

    private List<List<String>> rungRows() {
        List<List<String>> rows = new ArrayList<>();
        for (int rung = 1; rung <= report.description().plan().rungs().size(); rung++) {
            List<TrialResult> results = onRung(rung).stream().sorted(TrialResult.BEST_FIRST).toList();
            rows.add(List.of(Integer.toString(rung), Long.toString(results.get(0).samples()), Integer.toString(results.size()),
                percent(results.get(0).validationAccuracy()), percent(results.get(results.size() - 1).validationAccuracy())));
        }
        return rows;
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("trial", "rung"));
        header.addAll(space.domains().keySet());
        header.addAll(List.of("samples", "validation", "log loss", "parameters", "time"));
        return header;
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (TrialResult result : report.ranking()) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(result.trial()), Integer.toString(result.rung())));
            space.domains().keySet().forEach(parameter -> row.add(text(result.values().get(parameter))));
            row.addAll(List.of(Long.toString(result.samples()), percent(result.validationAccuracy()),
                String.format(Locale.ROOT, "%.4f", result.validationLoss()), Long.toString(result.parameters()),
                String.format(Locale.ROOT, "%.0f s", result.seconds())));
            rows.add(row);
        }
        return rows;
    }

    private List<TrialResult> onRung(int rung) {
        return report.results().stream().filter(one -> one.rung() == rung).toList();
    }

    private static double errors(TrialResult result) {
        return 100 * (1 - result.validationAccuracy());
    }

    private static String deviation(double accuracy, int count) {
        return percent(Math.sqrt(accuracy * (1 - accuracy) / count));
    }

    private static String words(Map<String, Object> values) {
        return values.entrySet().stream().map(value -> value.getKey() + " " + text(value.getValue())).collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        return value instanceof Double number ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString() : value.toString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
