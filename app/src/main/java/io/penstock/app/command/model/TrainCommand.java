package io.penstock.app.command.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.DataOptions;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelRecord;
import io.penstock.synth.digit.DataSetException;
import io.penstock.train.recipe.Recipe;
import io.penstock.train.recipe.RecipeRun;
import io.penstock.train.run.PrintedProgress;
import io.penstock.train.run.TrainException;
import io.penstock.train.run.TrainProgress;
import io.penstock.train.run.TrainRun;
import io.penstock.train.run.TrainTask;
import io.penstock.train.zoo.NetworkSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train}: trains one network, or all of a recipe, and adds them to a folder of models. */
@Command(name = "train", header = "Train one network, or all of a recipe, and add them to a folder of models.",
    description = "Reads the digit sets below DATA/digits, keeps a checkpoint after each epoch and goes on from it when started again; "
        + "what is finished is not done again. Writes the weights, named by their content hash, with a record of what was trained on "
        + "what, and prints that record. History and learning curves are in the work folder.",
    subcommands = {TrainExploreCommand.class, TrainExportCommand.class},
    footerHeading = "%nExample:%n", footer = {"  ./penstock train --model cnn --seed 3 --data ../shared/data --models my-models",
        "  ./penstock train --model wide5 --summary", "  ./penstock train --recipe seed-rows --data ../shared/data --models my-models"})
public final class TrainCommand implements Callable<Integer> {

    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @ArgGroup
    private final What what = new What();

    @Mixin
    private DataOptions data;

    @Option(names = "--models", paramLabel = "DIR", defaultValue = "models", description = "Where models are written; default: models.")
    private Path models;

    @Option(names = "--work", paramLabel = "DIR", defaultValue = ".penstock/train",
        description = "Below it a folder of checkpoints for each network, named MODEL-SEED; default: ${DEFAULT-VALUE}.")
    private Path work;

    @Override
    public Integer call() throws InterruptedException {
        try {
            if (what.recipe.name == null) {
                trainOne();
            } else {
                trainAll();
            }
            return 0;
        } catch (DataSetException | TrainException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }

    private void trainOne() throws InterruptedException {
        TrainTask task = valid(() -> what.network.task(work));
        String summary = NetworkSummary.of(task.options().architecture(), task.options().classes()).text();
        if (what.network.isSummaryOnly()) {
            System.out.print(summary);
            return;
        }
        System.err.print(summary);
        print(new TrainRun(data.folder(), models).run(task, new PrintedProgress(System.err, PROGRESS_INTERVAL)));
    }

    private void trainAll() throws InterruptedException {
        Recipe recipe = Recipe.named(what.recipe.name);
        what.recipe.only.forEach(name -> valid(() -> recipe.resolve(name)));
        new RecipeRun(what.recipe.name, recipe, data.folder(), models, work).run(what.recipe.only, new Printing());
    }

    /** Returns what arguments make, where they make something. */
    private static <T> T valid(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }

    private static void print(Object record) {
        try {
            System.out.println(JSON.writeValueAsString(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records are always JSON", e);
        }
    }

    /** One network or a recipe, not both. */
    private static final class What {

        @ArgGroup(exclusive = false, heading = "%nOne network:%n")
        private final NetworkOptions network = new NetworkOptions();

        @ArgGroup(exclusive = false, heading = "%nOr all of a recipe:%n")
        private final RecipeOptions recipe = new RecipeOptions();
    }

    private static final class RecipeOptions {

        @Option(names = "--recipe", required = true, paramLabel = "NAME_OR_FILE",
            description = "seed-rows, shipped, or a YAML file of networks and ensembles.")
        private String name;

        @Option(names = "--only", paramLabel = "NAME", split = ",",
            description = "Only these networks or groups of the recipe, and no ensemble.")
        private List<String> only = List.of();
    }

    private static final class Printing implements RecipeRun.Listener {

        @Override
        public TrainProgress network(String name, int number, int count) {
            System.err.printf(Locale.ROOT, "network %d of %d: %s%n", number, count, name);
            return new PrintedProgress(System.err, PROGRESS_INTERVAL);
        }

        @Override
        public void finished(String name, ModelRecord record) {
            print(record);
        }

        @Override
        public void finished(Ensemble ensemble) {
            print(ensemble);
        }
    }
}
