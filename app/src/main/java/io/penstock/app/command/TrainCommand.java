package io.penstock.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.penstock.classify.model.ModelRecord;
import io.penstock.train.data.DataFolder;
import io.penstock.train.data.DataSetException;
import io.penstock.train.run.PrintedProgress;
import io.penstock.train.run.TrainOptions;
import io.penstock.train.run.TrainRun;
import io.penstock.train.zoo.Architecture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train}: trains one network and adds it to a folder of models. */
@Command(name = "train", header = "Train one network and add it to a folder of models.",
    description = "Reads the digit sets below DATA/digits, keeps a checkpoint after each epoch and goes on from it when started again; "
        + "writes the weights, named by their content hash, with a record of what was trained on what. Prints that record.",
    footerHeading = "%nExample:%n", footer = "  ./penstock train --architecture cnn --seed 3 --data ../shared/data --models my-models")
final class TrainCommand implements Callable<Integer> {

    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(15);

    @Option(names = "--architecture", paramLabel = "NAME", defaultValue = "cnn", description = "cnn or reject; default: ${DEFAULT-VALUE}.")
    private String architecture;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
        description = "Decides weights, order, dropout and variants; default: 1.")
    private long seed;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training samples; default: as the shipped networks.")
    private Integer epochs;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of data sets; default: PENSTOCK_DATA, then ../shared/data.")
    private Path data;

    @Option(names = "--models", paramLabel = "DIR", defaultValue = "models", description = "Where the model is written; default: models.")
    private Path models;

    @Option(names = "--work", paramLabel = "DIR", description = "Folder of checkpoints; default: .penstock/train/ARCHITECTURE-SEED.")
    private Path work;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        Architecture chosen = Arrays.stream(Architecture.values()).filter(one -> one.id().equals(architecture)).findFirst()
            .orElseThrow(() -> CommandFailure.badArguments("there is no architecture " + architecture + ": " + ids()));
        try {
            ModelRecord record = new TrainRun(DataFolder.locate(data), models).run(options(chosen),
                new PrintedProgress(System.err, PROGRESS_INTERVAL));
            ObjectMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
            System.out.println(mapper.writeValueAsString(record));
            return 0;
        } catch (DataSetException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }

    private TrainOptions options(Architecture chosen) {
        Path folder = work == null ? Path.of(".penstock", "train", chosen.id() + "-" + seed) : work;
        TrainOptions standard = TrainOptions.standard(chosen, seed, folder);
        return epochs == null ? standard
            : new TrainOptions(chosen, seed, epochs, standard.batch(), standard.peakRate(), folder, standard.resume());
    }

    private static List<String> ids() {
        return Arrays.stream(Architecture.values()).map(Architecture::id).toList();
    }
}
