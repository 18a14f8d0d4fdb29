package io.penstock.app.evaluate;

import io.penstock.segment.ink.InkAccount;
import io.penstock.train.report.LineChart;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The picture of the ink accounts of labelled fields: how many of those read right, and of those read wrong, have strokes unexplained. */
final class InkChart {

    private static final double LONGEST_MM = 5;
    private static final double STEP_MM = 0.05;

    private InkChart() {
    }

    /** Returns the picture, a PNG; at least one field. */
    static byte[] of(List<ScoredField> fields) {
        LineChart chart = new LineChart("Ink that nothing explains", "length of the longest stroke, mm, at least", "share of fields, %")
            .horizontally(0, LONGEST_MM);
        add(chart, "read right (false alarms)", fields, ScoredField::isTextRight);
        add(chart, "read wrong", fields, field -> !field.isTextRight());
        return chart.reference("goes to a person", new double[] {InkAccount.LEAST_MM, InkAccount.LEAST_MM}, new double[] {0, 100}).png();
    }

    private static void add(LineChart chart, String name, List<ScoredField> fields, Predicate<ScoredField> chosen) {
        double[] lengths = fields.stream().filter(chosen).mapToDouble(ScoredField::unexplainedInk).toArray();
        if (lengths.length == 0) {
            return;
        }
        double[] x = IntStream.rangeClosed(1, (int) (LONGEST_MM / STEP_MM)).mapToDouble(i -> i * STEP_MM).toArray();
        double[] y = Arrays.stream(x).map(least -> 100.0 * Arrays.stream(lengths).filter(length -> length >= least).count()
            / lengths.length).toArray();
        chart.line(name + ", " + lengths.length, x, y);
    }
}
