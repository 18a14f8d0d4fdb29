package io.penstock.app.command.form;

import io.penstock.app.client.FormFiles.FormFile;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.FormOptions;
import io.penstock.app.output.Progress;
import io.penstock.app.output.Terminal;
import io.penstock.segment.form.FormDefinition;
import io.penstock.synth.option.PenOptions;
import io.penstock.synth.option.SampleOptions;
import io.penstock.synth.option.ScanFormat;
import io.penstock.synth.option.ScanOptions;
import io.penstock.synth.option.Tone;
import io.penstock.synth.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code samples}: makes sample scans with known truth. */
@Command(name = "samples", header = "Make sample scans with known truth.", showDefaultValues = true,
    description = "Fills forms in the project's own handwriting, makes them look scanned and writes truth.csv beside them.",
    footerHeading = "%nExample:%n",
    footer = {"  ./penstock samples out --count 100 --noise 0.6 --touching 0.3", "  ./penstock evaluate numbers --truth out/truth.csv"})
public final class SamplesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Where to write; files of the same names are replaced.")
    private Path out;

    @Option(names = "--count", paramLabel = "N", defaultValue = "10", description = "Number of files.")
    private int count;

    @Option(names = "--pages", paramLabel = "N", defaultValue = "1", description = "Pages of a PDF or TIFF.")
    private int pages;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed makes the same files.")
    private long seed;

    @Option(names = "--form", paramLabel = "NAME", description = "Only this form; may be repeated.")
    private List<String> names;

    @Option(names = "--sloppiness", paramLabel = "0..1", defaultValue = "0.2", description = "How hard the hand is to read.")
    private double sloppiness;

    @Option(names = "--faint", paramLabel = "0..1", defaultValue = "0", description = "How pale the ink is.")
    private double faint;

    @Option(names = "--touching", paramLabel = "0..1", defaultValue = "0",
        description = "Share of digits that touch a neighbour or a line.")
    private double touching;

    @Option(names = "--blank", paramLabel = "0..1", defaultValue = "0.15", description = "Share of optional fields left empty.")
    private double blank;

    @Option(names = "--skew", paramLabel = "DEGREES", defaultValue = "1.5", description = "Greatest tilt of a sheet to either side.")
    private double skew;

    @Option(names = "--noise", paramLabel = "0..1", defaultValue = "0.2", description = "How bad the scanner is.")
    private double noise;

    @Option(names = "--min-dpi", paramLabel = "DPI", defaultValue = "200", description = "Least resolution.")
    private int minDpi;

    @Option(names = "--max-dpi", paramLabel = "DPI", defaultValue = "300", description = "Greatest resolution.")
    private int maxDpi;

    @Mixin
    private MishapOptions mishaps;

    @Option(names = "--tone", paramLabel = "TONE", defaultValue = "MIXED", description = "${COMPLETION-CANDIDATES}.")
    private Tone tone;

    @Option(names = "--scan-format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; may be repeated; default: all.")
    private List<ScanFormat> formats = Arrays.asList(ScanFormat.values());

    @Mixin
    private FormOptions forms;

    @Override
    public Integer call() throws IOException {
        List<FormDefinition> chosen = forms.readAll(names).stream().map(FormFile::definition).toList();
        SampleOptions options = options();
        try (Progress progress = Terminal.ofLauncher().progress("samples", count, System.err)) {
            SampleGenerator.generate(options, chosen, out, (done, total, file) -> progress.step()).forEach(System.out::println);
        }
        return 0;
    }

    private SampleOptions options() {
        try {
            return new SampleOptions(count, pages, seed, new PenOptions(sloppiness, faint, touching, blank),
                new ScanOptions(skew, noise, minDpi, maxDpi, tone, formats), mishaps.mishaps());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }
}
