package io.penstock.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.app.client.ScanFile;
import io.penstock.app.client.ScanFiles;
import io.penstock.app.command.EvaluateCommand.ReportFormat;
import io.penstock.app.evaluate.NumberReport;
import io.penstock.app.evaluate.NumberScorer;
import io.penstock.app.evaluate.ScoredField;
import io.penstock.app.evaluate.Truth;
import io.penstock.app.output.DocumentOutcome;
import io.penstock.app.output.Progress;
import io.penstock.app.output.Terminal;
import io.penstock.app.read.ReadRequest;
import io.penstock.app.read.ReadSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate numbers}: the whole pipeline over scans whose truth is known. */
@Command(name = "numbers", header = "Read scans whose content is known and measure what is right.",
    description = "Reads the scans that are named in files of truth (CSV: file,field,written,value) through the whole pipeline.",
    footerHeading = "%nExample:%n",
    footer = {"  ./penstock evaluate numbers --truth samples/truth.csv --verbose",
        "  ./penstock evaluate numbers --as amount --truth amounts/truth.csv --format json"})
final class EvaluateNumbersCommand implements Callable<Integer> {

    @Option(names = "--truth", required = true, arity = "1..*", paramLabel = "CSV",
        description = "Truth; scans are relative to its folder.")
    private List<Path> files;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
    private ReportFormat format;

    @Option(names = "--verbose", description = "A line on stderr for each field that is wrong.")
    private boolean verbose;

    @Option(names = "--max", paramLabel = "N", description = "Only the first N scans.")
    private Integer max;

    @Mixin
    private FormOptions forms;

    @Mixin
    private DocumentOptions documents;

    @Mixin
    private SettingsOptions settings;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LibraryLog.embeddedBroker();
        List<Truth> truths = truths();
        Map<String, String> headers = documents.headers();
        List<Path> paths = truths.stream().map(Truth::scan).distinct().toList();
        List<ScanFile> scans = ScanFiles.among(paths).scans();
        NumberScorer scorer = new NumberScorer(headers.containsKey("kind"));
        Optional<String> trouble = read(new ReadRequest(scans, forms.read(documents.form()), headers), scorer);
        List<ScoredField> scored = scorer.score(truths);
        if (verbose) {
            scored.stream().filter(field -> !field.isRight()).forEach(field -> System.err.println(field.describe()));
        }
        NumberReport report = NumberReport.of(scored);
        System.out.println(format == ReportFormat.json ? json(report) : text(report));
        return trouble.isPresent() ? CommandFailure.FAILED : 0;
    }

    private List<Truth> truths() throws IOException {
        List<Truth> truths = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw CommandFailure.badArguments("there is no readable file " + file);
            }
            truths.addAll(Truth.read(file));
        }
        List<Path> kept = truths.stream().map(Truth::scan).distinct().limit(max == null ? Long.MAX_VALUE : max).toList();
        truths.removeIf(truth -> !kept.contains(truth.scan()));
        if (truths.isEmpty()) {
            throw CommandFailure.badArguments("there is no field in " + files);
        }
        return truths;
    }

    private Optional<String> read(ReadRequest request, NumberScorer scorer) throws IOException, InterruptedException {
        Map<String, Path> paths = request.scans().stream().collect(Collectors.toMap(ScanFile::document, ScanFile::path));
        Interruption interruption = Interruption.onShutdown();
        try (Progress progress = Terminal.ofLauncher().progress("reading", request.scans().size(), System.err)) {
            Optional<String> trouble = ReadSession.embedded(settings.settings(), request, outcome -> {
                scorer.add(paths.get(outcome.document()), outcome.numbers());
                outcome.losses().forEach(loss -> report(outcome, loss));
                progress.step();
            }, interruption::isAsked);
            trouble.ifPresent(why -> System.err.println("penstock: some documents were given up: " + why));
            return trouble;
        } finally {
            interruption.done();
        }
    }

    private static void report(DocumentOutcome outcome, DocumentOutcome.Loss loss) {
        System.err.println("penstock: " + outcome.document() + ": " + loss.stage() + " " + loss.code() + ": " + loss.message());
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
            missing     %d
            """, report.fields(), report.right(), 100 * report.rightRate(), report.accepted(), 100 * report.readRate(),
            report.wrongAccepted(), report.errorRate() == null ? "" : String.format(Locale.ROOT, " (error rate %.2f %%)",
                100 * report.errorRate()), report.missing()));
        text.append(String.format("%n%-20s %8s %8s %8s %8s%n", "FIELD", "FIELDS", "RIGHT", "ACCEPTED", "WRONG"));
        report.byField().forEach((name, counts) -> text.append(String.format("%-20s %8d %8d %8d %8d%n", name, counts.fields(),
            counts.right(),
            counts.accepted(), counts.wrongAccepted())));
        text.append(String.format("%n%10s %10s %10s%n", "CONFIDENCE", "READ RATE", "ERROR RATE"));
        report.curve().forEach(point -> text.append(String.format(Locale.ROOT, "%10.4f %9.1f%% %9.2f%%%n", point.threshold(),
            100 * point.readRate(), 100 * point.errorRate())));
        return text.toString().stripTrailing();
    }
}
