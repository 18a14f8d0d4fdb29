package io.penstock.app.command.model;

import io.penstock.app.command.option.CommandFailure;
import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.data.DataFolder;
import io.penstock.train.run.TrainException;
import io.penstock.train.run.TrainProgress;
import io.penstock.train.sample.TrainingData;
import io.penstock.train.tune.DigitTrials;
import io.penstock.train.tune.Plan;
import io.penstock.train.tune.SearchSpace;
import io.penstock.train.tune.Study;
import io.penstock.train.tune.StudyDescription;
import io.penstock.train.tune.TrialResult;
import io.penstock.train.tune.TuneException;
import io.penstock.train.tune.TunePage;
import io.penstock.train.tune.TuneReport;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tune}: searches for good settings of a training. */
@Command(name = "tune", header = "Search for good settings of a training.",
    description = {"Trains networks with settings from a declared space and ranks them on validation digits; the test digits are never "
        + "looked at. Started again with the same options, it goes on where it was broken off. Writes report.html and report.json, and "
        + "prints the ranking.",
        "%nThe space is YAML or JSON: a name, and for each parameter one value, a list of values, or a range: "
            + "{from: 0.0003, to: 0.01, scale: log, points: 4}. docs/tuning.md has the parameters."},
    footerHeading = "%nExample:%n", footer = "  ./penstock tune --space space.yaml --strategy halving --trials 27 --epochs 6")
public final class TuneCommand implements Callable<Integer> {

    /** How trials are chosen. */
    enum Strategy {
        grid, random, halving
    }

    @Option(names = "--space", required = true, paramLabel = "FILE", description = "The space that is searched.")
    private Path space;

    @Option(names = "--strategy", paramLabel = "NAME", defaultValue = "halving",
        description = "${COMPLETION-CANDIDATES}: every combination; some at random; some at random, of which the better ones are trained "
            + "longer. Default: ${DEFAULT-VALUE}.")
    private Strategy strategy;

    @Option(names = "--trials", paramLabel = "N", defaultValue = "27",
        description = "Combinations to try at random; a grid tries all. Default: ${DEFAULT-VALUE}.")
    private int trials;

    @Option(names = "--keep", paramLabel = "N", defaultValue = "3",
        description = "Halving keeps one trial in N and trains it N times as long. Default: ${DEFAULT-VALUE}.")
    private int keepOneIn;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "4",
        description = "Passes over the training digits of the longest training. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(names = "--samples", paramLabel = "N", description = "Samples that the longest training is shown, in place of --epochs.")
    private Long samples;

    @Option(names = "--training", paramLabel = "N", description = "Training digits to draw from the training writers' first; default: all.")
    private Integer training;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
        description = "Draws the trials and the training digits, and decides every training. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of data sets; default: PENSTOCK_DATA, then ../shared/data.")
    private Path data;

    @Option(names = "--work", paramLabel = "DIR", description = "Folder of the search; default: .penstock/tune/NAME, by the space's name.")
    private Path work;

    @Override
    public Integer call() throws InterruptedException {
        try {
            SearchSpace searched = SearchSpace.read(space);
            TrainingData digits = TrainingData.of(DataFolder.locate(data));
            DigitSet drawn = training == null ? digits.training() : digits.training().drawn(training, seed);
            StudyDescription description = new StudyDescription(searched.name(), strategy.name(), seed, drawn.size(),
                digits.validation().size(), plan(searched, drawn));
            Path folder = work == null ? Path.of(".penstock", "tune", searched.name()) : work;
            Study study = new Study(description, new DigitTrials(drawn, digits.validation(), seed, TrainProgress.silent()), folder,
                TuneCommand::print);
            System.err.printf(Locale.ROOT, "%d trials, %d trainings, %d samples in all%n", description.plan().trials().size(),
                description.plan().rungs().stream().mapToInt(Plan.Rung::trials).sum(), description.plan().samples());
            TuneReport report = TuneReport.of(description, study.run());
            report.writeJson(folder.resolve("report.json"));
            new TunePage(report, searched).page().write(folder.resolve("report.html"));
            report.ranking().forEach(result -> System.out.println(line(result)));
            System.err.println("report: " + folder.resolve("report.html"));
            return 0;
        } catch (TuneException | DataSetException | TrainException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }

    private Plan plan(SearchSpace searched, DigitSet drawn) {
        long shown = samples == null ? (long) epochs * drawn.size() : samples;
        if (shown < 1 || training != null && training < 1) {
            throw CommandFailure.badArguments("--epochs, --samples and --training must be at least 1");
        }
        return switch (strategy) {
            case grid -> Plan.grid(searched, shown);
            case random -> Plan.random(searched, trials, seed, shown);
            case halving -> Plan.halving(searched, trials, keepOneIn, seed, shown);
        };
    }

    private static void print(TrialResult result) {
        System.err.println(line(result));
    }

    private static String line(TrialResult result) {
        return String.format(Locale.ROOT, "rung %d  trial %-3d %8d samples  validation %.3f %%  log loss %.4f  %4.0f s  %s", result.rung(),
            result.trial(), result.samples(), 100 * result.validationAccuracy(), result.validationLoss(), result.seconds(),
            result.values());
    }
}
