package io.penstock.app.command.model;

import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.files.TemporaryFolder;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelStore;
import io.penstock.synth.digit.DataSetException;
import io.penstock.train.compress.CompressionException;
import io.penstock.train.compress.CompressionPage;
import io.penstock.train.compress.CompressionRecipe;
import io.penstock.train.compress.CompressionReport;
import io.penstock.train.compress.CompressionRun;
import io.penstock.train.compress.Importance;
import io.penstock.train.data.DataFolder;
import io.penstock.train.run.PrintedProgress;
import io.penstock.train.run.TrainException;
import io.penstock.train.sample.TrainingData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code compress}: makes a network smaller and faster. */
@Command(name = "compress", header = "Make a network smaller and faster, and measure what it costs.",
    description = {"Takes channels out, sets weights to zero, stores weights in 8 bits: whichever are asked for, in this order; after each "
        + "cut the network learns on. Each step is a new network in the folder of models. Writes report.html and report.json, and prints "
        + "the table.",
        "%nOnly fewer channels make a network faster: zeros are multiplied like other weights, and 8-bit weights become floats when they "
            + "are loaded."},
    footerHeading = "%nExample:%n", footer = "  ./penstock compress --model cnn --channels 0.5 --quantize int8 --models my-models")
public final class CompressCommand implements Callable<Integer> {

    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(15);

    /** How weights can be stored. */
    enum Storage {
        int8
    }

    /** How it is told which channels matter. */
    enum Worth {
        taylor, l1
    }

    @Option(names = "--model", required = true, paramLabel = "HASH|NAME",
        description = "The network: its hash, in the folder or among those that ship, or the name of a shipped model's architecture.")
    private String model;

    @Option(names = "--channels", paramLabel = "X", defaultValue = "0", description = "Share of the channels of each layer that goes.")
    private double channels;

    @Option(names = "--importance", paramLabel = "NAME", defaultValue = "taylor",
        description = "Which channels go: those whose absence would change the loss least (taylor, the default), or those of the least "
            + "weights (l1).")
    private Worth importance;

    @Option(names = "--sparsity", paramLabel = "X", defaultValue = "0", description = "Share of all weights that is set to zero.")
    private double sparsity;

    @Option(names = "--quantize", paramLabel = "KIND", description = "Store weights as ${COMPLETION-CANDIDATES}, with a scale a channel.")
    private Storage quantize;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "2",
        description = "Passes over the training digits after each cut; default: 2.")
    private int epochs;

    @Option(names = "--rate", paramLabel = "X", defaultValue = "0.0015", description = "Highest learning rate of them; default: 0.0015.")
    private double rate;

    @Option(names = "--augmentation", paramLabel = "X", defaultValue = "0.5",
        description = "How much the digits are varied, as a factor of what training does; default: 0.5.")
    private double augmentation;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Decides order, dropout and variants; default: 1.")
    private long seed;

    @Option(names = "--beside", paramLabel = "HASH", split = ",", description = "Other networks of the folder to measure in the same run.")
    private List<String> beside = List.of();

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of data sets; default: PENSTOCK_DATA, then ../shared/data.")
    private Path data;

    @Option(names = "--models", paramLabel = "DIR", defaultValue = "models",
        description = "Folder of models, which receives the new ones; default: models.")
    private Path models;

    @Option(names = "--report", paramLabel = "DIR", defaultValue = ".penstock/compress",
        description = "Folder of the report; default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Override
    public Integer call() throws InterruptedException, IOException {
        try (TemporaryFolder work = TemporaryFolder.create("penstock-compress")) {
            CompressionRecipe recipe = new CompressionRecipe(channels, worth(), sparsity, quantize != null, epochs, rate, augmentation,
                seed);
            DataFolder found = DataFolder.locate(data);
            ModelStore source = source();
            CompressionReport report = new CompressionRun(TrainingData.of(found), found.mnistTest(), source, models, work.path(),
                new PrintedProgress(System.err, PROGRESS_INTERVAL)).run(hash(), recipe, beside);
            report.writeJson(folder.resolve("report.json"));
            CompressionPage page = new CompressionPage(report);
            page.page().write(folder.resolve("report.html"));
            System.out.println(String.join("\t", CompressionPage.HEADER));
            page.rows().forEach(row -> System.out.println(String.join("\t", row)));
            System.err.println("report: " + folder.resolve("report.html"));
            return 0;
        } catch (CompressionException | DataSetException | TrainException | ModelException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }

    private Importance worth() {
        return importance == Worth.l1 ? Importance.L1 : Importance.TAYLOR;
    }

    private ModelStore source() {
        return Files.exists(models.resolve(model + ".json")) ? ModelStore.in(models) : ModelStore.shipped();
    }

    private String hash() {
        Ensemble shipped = ModelStore.shipped().ensemble(DigitClassifier.DEFAULT_ENSEMBLE);
        return shipped.networks().stream().filter(one -> ModelStore.shipped().record(one).architecture().equals(model)).findFirst()
            .orElse(model);
    }
}
