package io.penstock.train.evaluate;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.train.report.BarChart;
import io.penstock.train.report.GlyphSheet;
import io.penstock.train.report.HeatMap;
import io.penstock.train.report.HtmlPage;
import io.penstock.train.report.LineChart;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The part of a page that shows how well labelled digits were read: tables, curves, and the digits that were read wrong.
 *
 * @param answers      what was answered
 * @param uncalibrated the same at temperature 1; null where that is not known
 */
public record DigitSection(Answers answers, Answers uncalibrated) {

    private static final List<String> NAMES = IntStream.range(0, DigitClassifier.DIGITS).mapToObj(Integer::toString).toList();
    private static final int ERRORS = 96;
    private static final int SAMPLES = 24;
    private static final double ROC_RANGE = 0.02;

    /** Adds everything to a page, beneath the heading that it has put there. */
    public void addTo(HtmlPage page) {
        DigitReport report = DigitReport.of(answers);
        page.table("All digits", List.of("figure", "value"), summary(report));
        page.table("Each digit, against all others", List.of("digit", "count", "precision", "recall", "F1", "AUC"),
            report.classes().stream().map(one -> List.of(Integer.toString(one.digit()), Integer.toString(one.count()),
                share(one.precision()), share(one.recall()), share(one.f1()), number(one.auc(), 6))).toList());
        page.figure(confusion(report), "Confusion matrix", "What each digit was taken for; colour on a logarithmic scale.");
        page.figure(roc(), "ROC curves of the ten digits", "One digit against all others, the corner at the top left; exact, no binning.");
        page.figure(reliability(), "Reliability diagram", "Accuracy against confidence in " + Reliability.BINS
            + " bins of equal width. On the diagonal, confidence can be believed.");
        page.figure(confidences(), "How many digits have which confidence", "Digits in each bin, in powers of ten.");
        page.figure(errorReject(), "Error–reject curve", "Wrong among accepted digits as the level of acceptance falls. What reject claims "
            + "is missing from a digit's confidence.");
        page.table("Levels of acceptance", List.of("level", "read rate", "error rate"), report.errorReject().stream()
            .map(point -> List.of(number(point.threshold(), 4), share(point.readRate()), share(point.errorRate()))).toList());
        page.table("Most confused", List.of("digit", "taken for", "times"), report.mostConfused().stream().map(pair ->
            List.of(Integer.toString(pair.label()), Integer.toString(pair.answered()), Integer.toString(pair.count()))).toList());
        page.figure(errors(), "Digits that were read wrong", "What is wrong, the most confident first: digit → answer, its probability.");
        page.figure(samples(), "The first digits of the set", "The first " + SAMPLES + " of the set with their answers.");
    }

    private List<List<String>> summary(DigitReport report) {
        String before = uncalibrated == null ? "–" : number(Reliability.of(uncalibrated).ece(), 5);
        return List.of(
            List.of("digits", Integer.toString(report.count())),
            List.of("accuracy", share(report.accuracy())),
            List.of("accuracy, 95 % interval (Wilson)", share(report.accuracy95().low()) + " to " + share(report.accuracy95().high())),
            List.of("wrong", Integer.toString(report.errors())),
            List.of("log loss", number(report.logLoss(), 5)),
            List.of("precision, recall, F1 (means over digits)", share(report.macroPrecision()) + ", " + share(report.macroRecall()) + ", "
                + share(report.macroF1())),
            List.of("least AUC of a digit", number(report.aucMin(), 6)),
            List.of("ECE (15 bins of equal width)", number(report.ece(), 5)),
            List.of("ECE before temperature scaling", before),
            List.of("digits rejected (reject has at least 0.5)", share(report.rejected())),
            List.of("speed while measuring", Math.round(report.glyphsPerSecond()) + " glyphs/s"),
            List.of("model", report.model()));
    }

    private byte[] confusion(DigitReport report) {
        return new HeatMap("taken for", "digit", NAMES, NAMES, report.confusion()).png();
    }

    private byte[] roc() {
        LineChart chart = new LineChart("ROC, top left corner", "false positive rate", "true positive rate")
            .horizontally(0, ROC_RANGE).vertically(1 - ROC_RANGE, 1);
        for (int digit = 0; digit < NAMES.size(); digit++) {
            RocCurve curve = RocCurve.of(answers, digit);
            if (curve != null) {
                chart.step(NAMES.get(digit), curve.falsePositives(), curve.truePositives());
            }
        }
        return chart.png();
    }

    private byte[] reliability() {
        LineChart chart = new LineChart("Reliability", "confidence", "accuracy").horizontally(0, 1).vertically(0, 1)
            .reference("perfect", new double[] {0, 1}, new double[] {0, 1});
        if (uncalibrated != null) {
            line(chart, "before scaling", Reliability.of(uncalibrated));
        }
        line(chart, "as served", Reliability.of(answers));
        return chart.png();
    }

    private static void line(LineChart chart, String name, Reliability reliability) {
        chart.line(name, reliability.bins().stream().mapToDouble(Reliability.Bin::confidence).toArray(),
            reliability.bins().stream().mapToDouble(Reliability.Bin::accuracy).toArray());
    }

    private byte[] confidences() {
        List<Reliability.Bin> bins = Reliability.of(answers).bins();
        return new BarChart("Confidence", "mean confidence of the bin", "digits, log10(1 + n)",
            bins.stream().map(bin -> number(bin.confidence(), 2)).toList())
            .series("digits", bins.stream().mapToDouble(bin -> Math.log10(1 + bin.count())).toArray()).png();
    }

    private byte[] errorReject() {
        List<ErrorReject.Point> points = ErrorReject.of(answers).points();
        return new LineChart("Error–reject", "read rate, %", "error rate among accepted, %").horizontally(90, 100)
            .line("as served", points.stream().filter(p -> p.readRate() >= 0.9).mapToDouble(p -> 100 * p.readRate()).toArray(),
                points.stream().filter(p -> p.readRate() >= 0.9).mapToDouble(p -> 100 * p.errorRate()).toArray()).png();
    }

    private byte[] errors() {
        GlyphSheet sheet = new GlyphSheet(12);
        int[] errors = answers.errors();
        for (int i = 0; i < Math.min(ERRORS, errors.length); i++) {
            add(sheet, errors[i]);
        }
        return sheet.png();
    }

    private byte[] samples() {
        GlyphSheet sheet = new GlyphSheet(12);
        for (int i = 0; i < Math.min(SAMPLES, answers.size()); i++) {
            add(sheet, i);
        }
        return sheet.png();
    }

    private void add(GlyphSheet sheet, int index) {
        sheet.add(answers.digits().images()[index], answers.label(index) + " → " + answers.digit(index) + "\n"
            + number(answers.confidence(index), 4));
    }

    static String share(Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    static String number(Double number, int digits) {
        return number == null ? "–" : String.format(Locale.ROOT, "%." + digits + "f", number);
    }
}
