package io.penstock.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.penstock.classify.model.ModelRecord;
import io.penstock.train.data.DataFolder;
import io.penstock.train.data.DataSetException;
import io.penstock.train.run.PrintedProgress;
import io.penstock.train.run.Schedule;
import io.penstock.train.run.TrainException;
import io.penstock.train.run.TrainOptions;
import io.penstock.train.run.TrainRun;
import io.penstock.train.zoo.Architecture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train}: trains one network and adds it to a folder of models. */
@Command(name = "train", header = "Train one network and add it to a folder of models.",
    description = "Reads the digit sets below DATA/digits, keeps a checkpoint after each epoch and goes on from it when started again; "
        + "writes the weights, named by their content hash, with a record of what was trained on what. Prints that record.",
    footerHeading = "%nExample:%n", footer = "  ./penstock train --model cnn --seed 3 --data ../shared/data --models my-models")
final class TrainCommand implements Callable<Integer> {

    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(15);

    @Option(names = "--model", paramLabel = "NAME", defaultValue = "cnn", completionCandidates = Models.class,
        description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private String model;

    @Option(names = "--classes", paramLabel = "N", description = "10, or 11 with reject as the last; default: as usual for the model.")
    private Integer classes;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
        description = "Decides weights, order, dropout and variants; default: 1.")
    private long seed;

    @Option(names = "--epochs", paramLabel = "N", description = "Most passes over the training samples; default: 8, for reject 3.")
    private Integer epochs;

    @Option(names = "--batch", paramLabel = "N", description = "Samples learnt together; default: 128.")
    private Integer batch;

    @Option(names = "--schedule", paramLabel = "NAME", completionCandidates = Schedules.class,
        description = "How the learning rate goes: ${COMPLETION-CANDIDATES}; default: cosine.")
    private String schedule;

    @Option(names = "--rate", paramLabel = "X", description = "Highest learning rate; default: 0.0015.")
    private Double rate;

    @Option(names = "--average", paramLabel = "X",
        description = "Decay a step of the moving average of the weights, which is what is validated and kept; 0: none; default: 0.999.")
    private Double average;

    @Option(names = "--patience", paramLabel = "N",
        description = "Ends the training after so many epochs without a better one; 0: never; default: 5.")
    private Integer patience;

    @Option(names = "--resume", negatable = true, defaultValue = "true", fallbackValue = "true",
        description = "Go on from the checkpoint in the work folder, where there is one of the same options (the default). With --no-resume "
            + "a folder that holds a run is refused.")
    private boolean resume;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of data sets; default: PENSTOCK_DATA, then ../shared/data.")
    private Path data;

    @Option(names = "--models", paramLabel = "DIR", defaultValue = "models", description = "Where the model is written; default: models.")
    private Path models;

    @Option(names = "--work", paramLabel = "DIR", description = "Folder of checkpoints; default: .penstock/train/MODEL-SEED.")
    private Path work;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        Architecture chosen = Architecture.of(model).orElseThrow(() -> unknown("model", model, Architecture.ids()));
        try {
            ModelRecord record = new TrainRun(DataFolder.locate(data), models).run(options(chosen),
                new PrintedProgress(System.err, PROGRESS_INTERVAL));
            ObjectMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
            System.out.println(mapper.writeValueAsString(record));
            return 0;
        } catch (DataSetException | TrainException | IllegalArgumentException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }

    private TrainOptions options(Architecture chosen) {
        Path folder = work == null ? Path.of(".penstock", "train", chosen.id() + "-" + seed) : work;
        TrainOptions standard = TrainOptions.standard(chosen, seed, folder);
        Schedule chosenSchedule = schedule == null ? standard.schedule()
            : Schedule.of(schedule).orElseThrow(() -> unknown("schedule", schedule, Schedule.ids()));
        return new TrainOptions(chosen, or(classes, standard.classes()), seed, or(epochs, standard.epochs()), or(batch, standard.batch()),
            chosenSchedule, or(rate, standard.peakRate()), or(average, standard.averageDecay()), or(patience, standard.patience()),
            folder, resume);
    }

    private static <T> T or(T given, T standard) {
        return given == null ? standard : given;
    }

    private static CommandFailure unknown(String what, String name, List<String> known) {
        return CommandFailure.badArguments("there is no " + what + " " + name + ": " + String.join(", ", known));
    }

    private static final class Models extends ArrayList<String> {
        private Models() {
            super(Architecture.ids());
        }
    }

    private static final class Schedules extends ArrayList<String> {
        private Schedules() {
            super(Schedule.ids());
        }
    }
}
