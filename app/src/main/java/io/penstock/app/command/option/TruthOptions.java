package io.penstock.app.command.option;

import io.penstock.app.client.FormFiles.FormFile;
import io.penstock.app.config.Settings;
import io.penstock.app.evaluate.NumberScorer;
import io.penstock.app.evaluate.ScoredField;
import io.penstock.app.evaluate.Truth;
import io.penstock.app.output.Progress;
import io.penstock.app.output.Terminal;
import io.penstock.app.read.DirectReader;
import io.penstock.schema.RecognizedNumber;
import io.penstock.segment.form.FormDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name scans whose content is known, and the reading of them by the classes of all stages. */
public final class TruthOptions {

    @Option(names = "--truth", arity = "1..*", paramLabel = "CSV",
        description = "Truth (file,field,written,value); scans are relative to its folder.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--max", paramLabel = "N", description = "Only the first N scans.")
    private Integer max;

    @Mixin
    private FormOptions forms;

    @Mixin
    private DocumentOptions documents;

    @Mixin
    private SettingsOptions settingsOptions;

    /** Returns the settings; {@code forced} wins over everything that was given. */
    public Settings settings(Map<String, String> forced) {
        return settingsOptions.settings(forced);
    }

    /** Reads all scans under the settings; returns each line of the truth with what was read. Says on stderr what could not be read. */
    public List<ScoredField> read(Settings settings) throws IOException, InterruptedException {
        List<Truth> truths = truths();
        List<Path> scans = truths.stream().map(Truth::scan).distinct().toList();
        Map<String, String> headers = documents.headers();
        List<FormDefinition> definitions = forms.read(documents.form()).stream().map(FormFile::definition).toList();
        NumberScorer scorer = new NumberScorer(headers.containsKey("kind"));
        try (DirectReader reader = new DirectReader(settings, definitions);
             Progress progress = Terminal.ofLauncher().progress("reading", scans.size(), System.err)) {
            for (Path scan : scans) {
                scorer.add(scan, numbers(reader, scan, headers));
                progress.step();
            }
        }
        return scorer.score(truths);
    }

    private static List<RecognizedNumber> numbers(DirectReader reader, Path scan, Map<String, String> headers) throws InterruptedException {
        try {
            return reader.read(scan, headers.get("form"), headers.get("kind"));
        } catch (IOException e) {
            System.err.println("penstock: " + e.getMessage());
            return List.of();
        }
    }

    private List<Truth> truths() throws IOException {
        if (files.isEmpty()) {
            throw CommandFailure.badArguments("--truth is missing: name a CSV with the columns file,field,written,value");
        }
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
}
