package io.penstock.app.command.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.app.command.model.EvaluateCommand.ReportFormat;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.DigitOptions;
import io.penstock.app.command.option.SettingsOptions;
import io.penstock.classify.ClassifyConfig;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.evaluate.Answers;
import io.penstock.train.evaluate.DigitReport;
import io.penstock.train.evaluate.DigitSection;
import io.penstock.train.evaluate.RubbishEvaluation;
import io.penstock.train.evaluate.RubbishReport;
import io.penstock.train.evaluate.RubbishSection;
import io.penstock.train.report.HtmlPage;
import io.penstock.train.report.ReportFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate digits}: the serving path over labelled digits, or over things that are no digits. */
@Command(name = "digits", header = "Measure the classifier on labelled digit images.",
    description = "Runs the classifier as the stage does over a pair of IDX files (28x28 pixels, gzip or plain), or over a public set.",
    footerHeading = "%nExample:%n",
    footer = {"  ./penstock evaluate digits --images t10k-images-idx3-ubyte.gz --labels t10k-labels-idx1-ubyte.gz --format json",
        "  ./penstock evaluate digits --dataset semeion-test",
        "  ./penstock evaluate digits --dataset mnist-test --models my-models --ensemble digits --out report",
        "  ./penstock evaluate digits --dataset mnist-test --rubbish"})
final class EvaluateDigitsCommand implements Callable<Integer> {

    @Mixin
    private DigitOptions digits;

    @Option(names = "--models", paramLabel = "DIR", description = "Folder of models; default: those that ship.")
    private Path models;

    @Option(names = "--ensemble", paramLabel = "NAME", description = "Name of the ensemble; default: digits.")
    private String ensemble;

    @Option(names = "--member", paramLabel = "HASH",
        description = "Only this network, as './penstock models list' names it; default: the whole ensemble.")
    private String member;

    @Option(names = "--rubbish", description = "Measure how much that is no digit is taken for one: kinds that training draws, partly made "
        + "of the given digits, and kinds that it does not.")
    private boolean rubbish;

    @Option(names = "--out", paramLabel = "DIR",
        description = "Write a page with tables and pictures, and all figures as JSON, there, too.")
    private Path out;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
    private ReportFormat format;

    @Mixin
    private SettingsOptions settings;

    @Override
    public Integer call() throws JsonProcessingException {
        ClassifyConfig config = ClassifyConfig.of(given());
        DigitSet set = labelled();
        try (DigitClassifier classifier = member == null ? config.classifier() : config.classifier(member)) {
            if (rubbish) {
                rubbish(set, classifier);
            } else {
                digits(Answers.of(set, classifier));
            }
            return 0;
        }
    }

    private DigitSet labelled() {
        try {
            return digits.digits();
        } catch (DataSetException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }

    private Map<String, Object> given() {
        Map<String, Object> given = new HashMap<>(settings.settings().given());
        if (models != null) {
            given.put("classify.models", models.toString());
        }
        if (ensemble != null) {
            given.put("classify.ensemble", ensemble);
        }
        return given;
    }

    private void digits(Answers answers) throws JsonProcessingException {
        DigitReport report = DigitReport.of(answers);
        if (out != null) {
            HtmlPage page = HtmlPage.titled("Digits read by " + report.model());
            page.lead(String.format(Locale.ROOT, "%d of %d labelled digits are read right, %.2f %%.", report.count() - report.errors(),
                report.count(), 100 * report.accuracy()));
            new DigitSection(answers, null).addTo(page);
            written(new ReportFolder(out).write("digits", page, report));
        }
        print(report, text(report));
    }

    private void rubbish(DigitSet source, DigitClassifier classifier) throws JsonProcessingException {
        RubbishEvaluation evaluation = new RubbishEvaluation(source, RubbishEvaluation.COUNT);
        RubbishReport report = evaluation.measure(classifier);
        if (out != null) {
            HtmlPage page = HtmlPage.titled("What " + report.model() + " makes of things that are no digits");
            new RubbishSection(report, evaluation.sheet(classifier).png()).addTo(page);
            written(new ReportFolder(out).write("rubbish", page, report));
        }
        print(report, text(report));
    }

    private void print(Object report, String text) throws JsonProcessingException {
        System.out.println(format == ReportFormat.json ? new ObjectMapper().writeValueAsString(report) : text);
    }

    private static void written(Path page) {
        System.err.println("penstock: written to " + page);
    }

    private static String text(DigitReport report) {
        return String.format(Locale.ROOT, """
            model      %s
            digits     %d
            accuracy   %.4f (%d wrong; 95 %% interval %.4f to %.4f)
            precision  %.4f
            recall     %.4f
            f1         %.4f
            least auc  %s
            ece        %.5f
            log loss   %.5f
            rejected   %.4f
            speed      %.0f glyphs/s""", report.model(), report.count(), report.accuracy(), report.errors(), report.accuracy95().low(),
            report.accuracy95().high(), report.macroPrecision(), report.macroRecall(), report.macroF1(), report.aucMin(), report.ece(),
            report.logLoss(), report.rejected(), report.glyphsPerSecond());
    }

    private static String text(RubbishReport report) {
        return String.format(Locale.ROOT, """
            model      %s
            unseen     %.4f taken for a digit with %s or more
            seen       %.4f
            """, report.model(), report.unseenTaken(), report.level(), report.seenTaken())
            + report.kinds().stream().map(kind -> String.format(Locale.ROOT, "  %-16s %-7s %.4f", kind.name(),
                kind.unseen() ? "unseen" : "seen", kind.share())).collect(Collectors.joining("\n"));
    }
}
