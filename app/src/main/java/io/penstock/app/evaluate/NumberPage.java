package io.penstock.app.evaluate;

import io.penstock.segment.ink.InkAccount;
import io.penstock.train.evaluate.Reliability;
import io.penstock.train.report.HtmlPage;
import io.penstock.train.report.LineChart;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The page about labelled fields that were read: figures, curves, costliest confusions, and pictures of what was read wrong. It holds
 * pieces of the scans: it belongs with them and not in public.
 */
public final class NumberPage {

    private static final int CONFUSIONS = 30;
    private static final int PICTURES = 60;

    private final List<ScoredField> fields;
    private final NumberReport report;
    private final Function<ScoredField, Optional<byte[]>> pictures;

    /** Takes fields with the report on them; {@code pictures} returns the PNG of a field, empty where there is none. */
    public NumberPage(List<ScoredField> fields, NumberReport report, Function<ScoredField, Optional<byte[]>> pictures) {
        this.fields = fields;
        this.report = report;
        this.pictures = pictures;
    }

    /** Returns the page. */
    public HtmlPage page() {
        HtmlPage page = HtmlPage.titled("Numbers read from labelled scans");
        page.lead(String.format(Locale.ROOT, "%d of %d fields are read right (%s). %d were accepted without a person, %d of them wrong.",
            report.right(), report.fields(), percent(report.rightRate()), report.accepted(), report.wrongAccepted()));
        page.table("All fields", List.of("figure", "value"), List.of(
            List.of("fields", Integer.toString(report.fields())),
            List.of("right", percent(report.rightRate())),
            List.of("read rate", percent(report.readRate())),
            List.of("error rate among accepted", report.errorRate() == null ? "–" : percent(report.errorRate())),
            List.of("taken for empty, though written", Integer.toString(report.lost())),
            List.of("no number at all", Integer.toString(report.missing())),
            List.of("ECE (15 bins)", String.format(Locale.ROOT, "%.4f", report.reliability().ece()))));
        page.figure(curve(AcceptanceCurve.of(fields), List.of()), "Error–reject curve", "Wrong among accepted fields as the level falls.");
        page.figure(reliability(report.reliability(), Optional.empty()), "Reliability", "On the diagonal, confidence can be believed.");
        page.figure(InkChart.of(fields), "Ink account", "Share of fields with a stroke of at least this length that nothing explains. Of "
            + "those read right these are false alarms. From " + InkAccount.LEAST_MM + " mm on a field goes to a person.");
        page.table("What could be accepted in this set", List.of("error rate", "read rate"), report.readAt().entrySet().stream()
            .map(entry -> List.of(percent(Double.parseDouble(entry.getKey())), percent(entry.getValue()))).toList());
        page.note("Found by looking at this very set, so no promise for another one: 'penstock calibrate' makes one.");
        page.table("Each field", List.of("field", "fields", "right", "accepted", "wrong"), report.byField().entrySet().stream()
            .map(entry -> List.of(entry.getKey(), count(entry.getValue().fields()), count(entry.getValue().right()),
                count(entry.getValue().accepted()), count(entry.getValue().wrongAccepted()))).toList());
        page.table("Costliest confusions (written → read, · for nothing)", List.of("confusion", "accepted", "alone", "fields"),
            report.confusions().stream().limit(CONFUSIONS).map(one -> List.of(one.describe(), count(one.accepted()), count(one.alone()),
                count(one.fields()))).toList());
        addPictures(page);
        return page;
    }

    private void addPictures(HtmlPage page) {
        page.section("Read wrong, the most confident first");
        fields.stream().filter(field -> !field.isRight()).sorted(Comparator.comparingDouble(ScoredField::confidence).reversed())
            .limit(PICTURES).forEach(field -> pictures.apply(field)
                .ifPresentOrElse(png -> page.figure(png, field.truth().field(), field.caption()), () -> page.paragraph(field.describe())));
    }

    /** Returns the picture of an error–reject curve; {@code levels} are marked by points of their own. */
    public static byte[] curve(AcceptanceCurve curve, List<AcceptanceCurve.Point> levels) {
        LineChart chart = new LineChart("Error–reject", "read rate, %", "error rate among accepted, %").horizontally(0, 100);
        add(chart, "fields", curve.points(), true);
        add(chart, "promised", levels, false);
        return chart.png();
    }

    private static void add(LineChart chart, String name, List<AcceptanceCurve.Point> points, boolean line) {
        double[] x = points.stream().mapToDouble(point -> 100 * point.readRate()).toArray();
        double[] y = points.stream().mapToDouble(point -> 100 * point.errorRate()).toArray();
        if (x.length > 0 && line) {
            chart.line(name, x, y);
        } else if (x.length > 0) {
            chart.points(name, x, y);
        } else if (line) {
            chart.reference("nothing can be accepted", new double[] {0, 100}, new double[] {0, 0});
        }
    }

    /** Returns the picture of a reliability diagram, where given beside what it was before calibration. */
    public static byte[] reliability(Reliability reliability, Optional<Reliability> before) {
        LineChart chart = new LineChart("Reliability", "confidence", "share that is right").horizontally(0, 1).vertically(0, 1)
            .reference("perfect", new double[] {0, 1}, new double[] {0, 1});
        before.ifPresent(raw -> line(chart, "before calibration", raw));
        line(chart, "confidence", reliability);
        return chart.png();
    }

    private static void line(LineChart chart, String name, Reliability reliability) {
        if (!reliability.bins().isEmpty()) {
            chart.line(name, reliability.bins().stream().mapToDouble(Reliability.Bin::confidence).toArray(),
                reliability.bins().stream().mapToDouble(Reliability.Bin::accuracy).toArray());
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String count(int count) {
        return Integer.toString(count);
    }
}
