package io.penstock.app.command.model;

import io.penstock.app.command.option.CommandFailure;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.train.run.Schedule;
import io.penstock.train.run.TrainOptions;
import io.penstock.train.run.TrainTask;
import io.penstock.train.sample.SampleSet;
import io.penstock.train.zoo.Architecture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of {@code train} that say which network is trained and how. */
final class NetworkOptions {

    @Option(names = "--model", paramLabel = "NAME", completionCandidates = Models.class,
        description = "${COMPLETION-CANDIDATES}; default: cnn.")
    private String model = Architecture.CNN.id();

    @Option(names = "--from", paramLabel = "HASH",
        description = "Begin with the weights of a finished network of the same model, in --models or shipped; default: random ones.")
    private String from;

    @Option(names = "--samples", paramLabel = "NAME", completionCandidates = Samples.class,
        description = "What it learns from: ${COMPLETION-CANDIDATES}; default: mnist-augmented, for models of 11 classes shipped.")
    private String samples;

    @Option(names = "--classes", paramLabel = "N", description = "10, or 11 with reject as the last; default: as usual for the model.")
    private Integer classes;

    @Option(names = "--seed", paramLabel = "N", description = "Decides weights, order, dropout and variants; default: 1.")
    private long seed = 1;

    @Option(names = "--epochs", paramLabel = "N", description = "Most passes over the samples; default: 8.")
    private Integer epochs;

    @Option(names = "--batch", paramLabel = "N", description = "Samples learnt together; default: 128.")
    private Integer batch;

    @Option(names = "--schedule", paramLabel = "NAME", completionCandidates = Schedules.class,
        description = "How the learning rate goes: ${COMPLETION-CANDIDATES}; default: cosine.")
    private String schedule = Schedule.COSINE.id();

    @Option(names = "--rate", paramLabel = "X", description = "Highest learning rate; default: 0.0015.")
    private Double rate;

    @Option(names = "--average", paramLabel = "X",
        description = "Decay a step of the moving average of the weights, which is what is validated and kept; 0: none; default: 0.999.")
    private Double average;

    @Option(names = "--patience", paramLabel = "N",
        description = "Ends the training after so many epochs without a better one; 0: never; default: 5.")
    private Integer patience;

    @Option(names = "--resume", negatable = true, fallbackValue = "true",
        description = "Go on from the checkpoint in the work folder, where one of the same options is there (the default). With "
            + "--no-resume "
            + "a folder that holds a run is refused.")
    private boolean resume = true;

    @Option(names = "--summary", description = "Only print the network's layers, shapes and parameters.")
    private boolean summary;

    private Architecture architecture() {
        return known("model", model, Architecture.of(model), Architecture.ids());
    }

    private int classes() {
        return classes == null ? architecture().classes() : classes;
    }

    /** Whether nothing is trained. */
    boolean isSummaryOnly() {
        return summary;
    }

    /** Returns what is to be trained, in a folder below {@code work}. */
    TrainTask task(Path work) {
        String set = samples != null ? samples
            : classes() > DigitClassifier.DIGITS ? SampleSet.SHIPPED.id() : SampleSet.MNIST_AUGMENTED.id();
        return new TrainTask(options(work), known("samples", set, SampleSet.of(set), SampleSet.ids()), from, command(set));
    }

    private TrainOptions options(Path work) {
        TrainOptions usual = TrainOptions.standard(architecture(), seed, work.resolve(model + "-" + seed));
        return new TrainOptions(architecture(), classes(), seed, or(epochs, usual.epochs()), or(batch, usual.batch()),
            known("schedule", schedule, Schedule.of(schedule), Schedule.ids()), or(rate, usual.peakRate()),
            or(average, usual.averageDecay()), or(patience, usual.patience()), usual.work(), resume);
    }

    private String command(String set) {
        TrainOptions options = options(Path.of(""));
        return "penstock train --model " + model + (from == null ? "" : " --from " + from) + " --samples " + set + " --classes " + classes()
            + " --seed " + seed + " --epochs " + options.epochs() + " --batch " + options.batch() + " --schedule " + schedule
            + " --rate " + options.peakRate() + " --average " + options.averageDecay() + " --patience " + options.patience();
    }

    private static <T> T or(T given, T usual) {
        return given == null ? usual : given;
    }

    private static <T> T known(String what, String name, Optional<T> found, List<String> all) {
        return found.orElseThrow(() -> CommandFailure.badArguments("there is no " + what + " " + name + ": " + String.join(", ", all)));
    }

    private static final class Models extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        private Models() {
            super(Architecture.ids());
        }
    }

    private static final class Samples extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        private Samples() {
            super(SampleSet.ids());
        }
    }

    private static final class Schedules extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        private Schedules() {
            super(Schedule.ids());
        }
    }
}
