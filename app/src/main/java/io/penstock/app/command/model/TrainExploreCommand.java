package io.penstock.app.command.model;

import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.DataOptions;
import io.penstock.synth.digit.DataSetException;
import io.penstock.train.explore.Exploration;
import io.penstock.train.explore.ExplorationReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train explore}: what is in the digit sets, and what is made of them for training. */
@Command(name = "explore", header = "Report what is in the digit sets and what is made of them.",
    description = "Writes explore.html, one page with pictures: classes, pixels, noise, writers, samples, each augmentation alone and all "
        + "together, generated rubbish and generated hands; and explore.json with the figures. Prints the page's path.",
    footerHeading = "%nExample:%n", footer = "  ./penstock train explore --data ../shared/data --out reports")
final class TrainExploreCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".penstock/explore",
        description = "Folder for the two files; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin
    private DataOptions data;

    @Override
    public Integer call() {
        try {
            System.out.println(new ExplorationReport(Exploration.of(data.folder())).write(out));
            return 0;
        } catch (DataSetException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }
}
