package io.penstock.app.command;

import io.penstock.train.data.DataFolder;
import io.penstock.train.data.DigitSet;
import io.penstock.train.data.IdxFile;
import io.penstock.train.data.PublishedSet;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which labelled digits a command measures on: a pair of IDX files, or a public set by name. */
final class DigitOptions {

    @Option(names = "--images", paramLabel = "IDX", description = "Images; with --labels.")
    private Path images;

    @Option(names = "--labels", paramLabel = "IDX", description = "Labels, 0 to 9; with --images.")
    private Path labels;

    @Option(names = "--dataset", paramLabel = "NAME",
        description = "A public set instead of files: mnist-test, semeion-test, optdigits-test (nothing was trained on these), "
            + "mnist-train, semeion-train, optdigits-train.")
    private String dataset;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the public sets; default: PENSTOCK_DATA, then ../shared/data.")
    private Path data;

    /**
     * Reads the digits.
     *
     * @throws io.penstock.train.data.DataSetException where they are missing or not what they should be
     */
    DigitSet digits() {
        if (dataset != null && images == null && labels == null) {
            return PublishedSet.of(dataset).read(DataFolder.locate(data));
        }
        if (dataset != null || images == null || labels == null) {
            throw CommandFailure.badArguments("say which digits: either --images and --labels, or --dataset");
        }
        return IdxFile.digits(images, labels);
    }
}
