package io.penstock.train.variants;

import io.penstock.classify.model.ModelRecord;
import io.penstock.train.evaluate.DigitReport;
import io.penstock.train.evaluate.Reliability;
import io.penstock.train.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables that compare variants.
 *
 * @param variants what was measured, at least one
 */
record ComparisonTables(List<MeasuredVariant> variants) {

    /** Returns all tables. */
    List<Table> all() {
        List<Table> tables = new ArrayList<>();
        String first = sets().iterator().next();
        tables.add(figures(first));
        tables.add(costs());
        tables.add(sets("Accuracy on each set, 95 % interval (Wilson)", ComparisonTables::accuracy));
        tables.add(calibration(first));
        tables.add(seeds(first));
        tables.add(rubbish());
        return tables;
    }

    private Table figures(String set) {
        return new Table("All variants on " + set, List.of("variant", "accuracy", "wrong", "log loss", "precision", "recall", "F1",
            "least AUC", "ECE"), variants.stream().map(one -> {
                DigitReport report = one.reports().get(set);
                return List.of(one.variant().name(), percent(report.accuracy()), Integer.toString(report.errors()),
                    number(report.logLoss(), 4), percent(report.macroPrecision()), percent(report.macroRecall()), percent(report.macroF1()),
                    number(report.aucMin(), 5), number(report.ece(), 4));
            }).toList());
    }

    private Table costs() {
        return new Table("What they are", List.of("variant", "networks", "parameters", "weights", "trained for", "seeds",
            "chosen on validation"),
            variants.stream().map(MeasuredVariant::variant).map(one -> List.of(one.name(),
                one.isEnsemble() ? one.networks().size() + ": " + one.kinds() : one.kinds(),
                String.format(Locale.ROOT, "%,d", one.parameters()), String.format(Locale.ROOT, "%.2f MB", one.bytes() / 1e6),
                one.trainingSeconds() == null ? "–" : number(one.trainingSeconds() / 60, 1) + " min",
                String.join(", ", one.networks().stream().map(network -> Long.toString(network.seed())).toList()),
                validation(one))).toList());
    }

    private Table sets(String caption, Cell cell) {
        List<String> header = new ArrayList<>(List.of("variant"));
        header.addAll(sets());
        return new Table(caption, header, variants.stream().map(one -> {
            List<String> row = new ArrayList<>(List.of(one.variant().name()));
            sets().forEach(set -> row.add(cell.of(one.reports().get(set))));
            return row;
        }).toList());
    }

    private Table calibration(String set) {
        return new Table("Calibration on " + set + ": ECE in 15 bins of equal width, members pooled first, then scaled",
            List.of("ensemble", "temperature", "reject times", "ECE before", "ECE after", "gate answers from"), variants.stream()
                .filter(one -> one.variant().isEnsemble()).map(one -> List.of(one.variant().name(),
                    number(one.variant().ensemble().scaling().temperature(), 3),
                    number(one.variant().ensemble().scaling().reject(), 3), number(Reliability.of(one.uncalibrated().get(set)).ece(), 4),
                    number(one.reports().get(set).ece(), 4),
                    one.variant().ensemble().gate() == null ? "–" : number(one.variant().ensemble().gate().accept(), 4))).toList());
    }

    private Table seeds(String set) {
        Map<String, List<MeasuredVariant>> byKind = new LinkedHashMap<>();
        variants.stream().filter(one -> !one.variant().isEnsemble())
            .forEach(one -> byKind.computeIfAbsent(one.variant().kinds(), name -> new ArrayList<>()).add(one));
        List<List<String>> rows = new ArrayList<>();
        byKind.forEach((name, networks) -> rows.add(spread(name, networks, set)));
        rows.add(spread("all networks", byKind.values().stream().flatMap(List::stream).toList(), set));
        return new Table("Networks alone on " + set + ": mean ± standard deviation over seeds", List.of("architecture", "networks",
            "accuracy",
            "log loss", "ECE"), rows);
    }

    private static List<String> spread(String name, List<MeasuredVariant> networks, String set) {
        List<DigitReport> reports = networks.stream().map(one -> one.reports().get(set)).toList();
        Spread accuracy = Spread.of(reports.stream().mapToDouble(report -> 100 * report.accuracy()).toArray());
        return List.of(name, Integer.toString(networks.size()), accuracy.text(3) + " %",
            Spread.of(reports.stream().mapToDouble(DigitReport::logLoss).toArray()).text(4),
            Spread.of(reports.stream().mapToDouble(DigitReport::ece).toArray()).text(4));
    }

    private Table rubbish() {
        return new Table("No digits: share taken for a digit with 0.9 or more", List.of("variant", "kinds that training does not draw",
            "kinds that it draws"), variants.stream().map(one -> List.of(one.variant().name(), percent(one.rubbish().unseenTaken()),
                percent(one.rubbish().seenTaken()))).toList());
    }

    private List<String> sets() {
        return List.copyOf(variants.get(0).reports().keySet());
    }

    private static String accuracy(DigitReport report) {
        return String.format(Locale.ROOT, "%.2f %% (%.2f–%.2f)", 100 * report.accuracy(), 100 * report.accuracy95().low(),
            100 * report.accuracy95().high());
    }

    private static String validation(Variant variant) {
        Double accuracy = variant.isEnsemble() ? variant.ensemble().measured().get("validationAccuracy")
            : variant.networks().stream().map(ModelRecord::measured).findFirst().orElseThrow().get("validationAccuracy");
        return accuracy == null ? "–" : percent(accuracy);
    }

    private static String percent(double share) {
        return number(100 * share, 2) + " %";
    }

    private static String number(Double number, int digits) {
        return number == null ? "–" : String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    /** The text for a set's figures. */
    private interface Cell {
        String of(DigitReport report);
    }
}
