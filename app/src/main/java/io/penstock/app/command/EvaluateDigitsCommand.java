package io.penstock.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.app.command.EvaluateCommand.ReportFormat;
import io.penstock.classify.ClassifyConfig;
import io.penstock.classify.DigitClassifier;
import io.penstock.train.data.DataSetException;
import io.penstock.train.evaluate.DigitEvaluation;
import io.penstock.train.evaluate.DigitReport;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate digits}: the serving path over an IDX pair. */
@Command(name = "digits", header = "Measure the classifier on labelled digit images.",
    description = "Runs the classifier as the stage does over a pair of IDX files (28x28 pixels, gzip or plain), or over a public set.",
    footerHeading = "%nExample:%n",
    footer = {"  ./penstock evaluate digits --images t10k-images-idx3-ubyte.gz --labels t10k-labels-idx1-ubyte.gz --format json",
        "  ./penstock evaluate digits --dataset semeion-test"})
final class EvaluateDigitsCommand implements Callable<Integer> {

    @Mixin
    private DigitOptions digits;

    @Option(names = "--member", paramLabel = "HASH",
        description = "Only this network, as './penstock models list' names it; default: the whole ensemble.")
    private String member;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
    private ReportFormat format;

    @Mixin
    private SettingsOptions settings;

    @Override
    public Integer call() throws JsonProcessingException {
        ClassifyConfig config = ClassifyConfig.of(settings.settings().given());
        try (DigitClassifier classifier = member == null ? config.classifier() : config.classifier(member)) {
            DigitReport report = DigitEvaluation.evaluate(digits.digits(), classifier);
            System.out.println(format == ReportFormat.json ? new ObjectMapper().writeValueAsString(report) : text(report));
            return 0;
        } catch (DataSetException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }

    private static String text(DigitReport report) {
        return String.format(Locale.ROOT, """
            model      %s
            digits     %d
            accuracy   %.4f (%d wrong)
            ece        %.5f
            log loss   %.5f
            rejected   %.4f
            speed      %.0f glyphs/s""", report.model(), report.count(), report.accuracy(), report.errors(), report.ece(),
            report.logLoss(), report.rejected(), report.glyphsPerSecond());
    }
}
