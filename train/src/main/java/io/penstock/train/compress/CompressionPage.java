package io.penstock.train.compress;

import io.penstock.train.report.BarChart;
import io.penstock.train.report.HtmlPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A compression's report as a page.
 *
 * @param report what was made and measured
 */
public record CompressionPage(CompressionReport report) {

    /** Heading of each column of the table. */
    public static final List<String> HEADER = List.of("network", "hash", "parameters", "not zero", "file", "validation", "MNIST test",
        "errors", "glyphs/s", "speed");

    /** Returns the page. */
    public HtmlPage page() {
        CompressionRecipe recipe = report.recipe();
        HtmlPage page = HtmlPage.titled("Compression of " + report.parent())
            .lead("What was done: " + String.join("; ", recipe.steps()) + ". After each cut the network learnt on for " + recipe.epochs()
                + " epochs of " + report.training() + " digits.")
            .table("The network and its versions, in one run", HEADER, rows())
            .note("Validation: " + report.validation() + " digits of writers that nothing was learnt from, which chose the epoch. Test: "
                + report.test() + " digits that chose nothing. Speed: each network through the serving path on one thread, all in turn, the"
                + " fastest of fifteen passes. 8-bit weights become floats when they are loaded: they make the file smaller, not the"
                + " arithmetic. Weights that are zero are multiplied like others: they make the file smaller too.");
        figure(page, "MNIST test errors", "errors", CompressedModel::testErrors);
        figure(page, "Speed", "glyphs/s", CompressedModel::glyphsPerSecond);
        figure(page, "Size of the weights file", "KB", row -> row.bytes() / 1024.0);
        return page;
    }

    /** Returns the cells of the table, one row a network. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        double first = report.rows().get(0).glyphsPerSecond();
        for (CompressedModel row : report.rows()) {
            rows.add(List.of(row.label(), row.hash(), format("%,d", row.parameters()), format("%,d", row.nonZero()),
                format("%.0f KB", row.bytes() / 1024.0), percent(row.validationAccuracy()), percent(row.testAccuracy()),
                Integer.toString(row.testErrors()), format("%,.0f", row.glyphsPerSecond()),
                format("%.2f×", row.glyphsPerSecond() / first)));
        }
        return rows;
    }

    private void figure(HtmlPage page, String title, String unit, ToDoubleFunction<CompressedModel> value) {
        BarChart chart = new BarChart(title, "", unit, report.rows().stream().map(CompressedModel::hash).toList())
            .series(unit, report.rows().stream().mapToDouble(value).toArray());
        page.figure(chart.png(), title + " of each network", title + ", by the networks' hashes in the order of the table.");
    }

    private static String percent(double share) {
        return format("%.2f %%", 100 * share);
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
