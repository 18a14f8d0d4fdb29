package io.penstock.app.command.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.app.command.model.EvaluateCommand.ReportFormat;
import io.penstock.app.command.option.ReportPlace;
import io.penstock.app.command.option.TruthOptions;
import io.penstock.app.config.Settings;
import io.penstock.app.draw.FieldPictures;
import io.penstock.app.draw.ScanReader;
import io.penstock.app.evaluate.NumberPage;
import io.penstock.app.evaluate.NumberReport;
import io.penstock.app.evaluate.ScoredField;
import io.penstock.ingest.IngestConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate numbers}: all stages over scans whose truth is known. */
@Command(name = "numbers", header = "Read scans whose content is known and measure what is right.",
    description = "Reads the scans that are named in files of truth (CSV: file,field,written,value) by the classes of all stages.",
    footerHeading = "%nExample:%n",
    footer = {"  ./penstock evaluate numbers --truth samples/truth.csv --verbose",
        "  ./penstock evaluate numbers --as amount --truth amounts/truth.csv --format json --report report"})
final class EvaluateNumbersCommand implements Callable<Integer> {

    private static final int CONFUSIONS = 10;

    @Mixin
    private TruthOptions truth;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
    private ReportFormat format;

    @Option(names = "--verbose", description = "A line on stderr for each field that is wrong.")
    private boolean verbose;

    @Option(names = "--report", paramLabel = "FILE|DIR", description = "Write a page with curves and pictures of what is wrong, and the "
        + "figures as JSON beside it. It holds pieces of the scans: keep it where they may be kept.")
    private Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = truth.settings(Map.of());
        List<ScoredField> scored = truth.read(settings);
        if (verbose) {
            scored.stream().filter(field -> !field.isRight()).forEach(field -> System.err.println(field.describe()));
        }
        NumberReport report = NumberReport.of(scored);
        if (out != null) {
            FieldPictures pictures = new FieldPictures(new ScanReader(IngestConfig.of(settings.given())));
            NumberPage page = new NumberPage(scored, report,
                field -> field.number().flatMap(number -> pictures.picture(field.truth().scan(), number)));
            System.err.println("penstock: written to " + new ReportPlace(out, "numbers").write(page.page(), report));
        }
        System.out.println(format == ReportFormat.json ? json(report) : text(report));
        return 0;
    }

    private static String json(NumberReport report) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(report);
    }

    private static String text(NumberReport report) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, """
            fields      %d
            right       %d (%.1f %%)
            accepted    %d (read rate %.1f %%)
            wrong       %d of the accepted%s
            lost        %d (taken for empty, though written)
            missing     %d
            ece         %.4f
            """, report.fields(), report.right(), 100 * report.rightRate(), report.accepted(), 100 * report.readRate(),
            report.wrongAccepted(), report.errorRate() == null ? "" : String.format(Locale.ROOT, " (error rate %.2f %%)",
                100 * report.errorRate()), report.lost(), report.missing(), report.reliability().ece()));
        text.append(String.format(Locale.ROOT, "%n%-20s %8s %8s %8s %8s%n", "FIELD", "FIELDS", "RIGHT", "ACCEPTED", "WRONG"));
        report.byField().forEach((name, counts) -> text.append(String.format(Locale.ROOT, "%-20s %8d %8d %8d %8d%n", name, counts.fields(),
            counts.right(),
            counts.accepted(), counts.wrongAccepted())));
        text.append(String.format(Locale.ROOT, "%n%10s %10s %10s%n", "CONFIDENCE", "READ RATE", "ERROR RATE"));
        report.curve().forEach(point -> text.append(String.format(Locale.ROOT, "%10.4f %9.1f%% %9.2f%%%n", point.threshold(),
            100 * point.readRate(), 100 * point.errorRate())));
        text.append(String.format(Locale.ROOT, "%n%10s %10s   (found on this set: no promise for another)%n", "ERROR RATE", "READ RATE"));
        report.readAt().forEach((rate, read) -> text.append(String.format(Locale.ROOT, "%9.1f%% %9.1f%%%n", 100 * Double.parseDouble(rate),
            100 * read)));
        text.append(String.format(Locale.ROOT, "%n%-10s %10s %10s %10s%n", "CONFUSION", "ACCEPTED", "ALONE", "FIELDS"));
        report.confusions().stream().limit(CONFUSIONS).forEach(one -> text.append(String.format(Locale.ROOT, "%-10s %10d %10d %10d%n",
            one.describe(), one.accepted(), one.alone(), one.fields())));
        return text.toString().stripTrailing();
    }
}
