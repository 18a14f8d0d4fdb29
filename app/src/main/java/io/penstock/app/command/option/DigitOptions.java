package io.penstock.app.command.option;

import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.font.FontDigits;
import io.penstock.synth.font.FontFile;
import io.penstock.train.data.IdxFile;
import io.penstock.train.data.PublishedSet;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which labelled digits a command works on: a pair of IDX files, a public set by name, or the digits of typefaces. */
public final class DigitOptions {

    @Option(names = "--images", paramLabel = "IDX", description = "Images; with --labels.")
    private Path images;

    @Option(names = "--labels", paramLabel = "IDX", description = "Labels, 0 to 9; with --images.")
    private Path labels;

    @Option(names = "--dataset", paramLabel = "NAME",
        description = "A public set instead of files: mnist-test, semeion-test, optdigits-test (nothing was trained on these), "
            + "mnist-train, semeion-train, optdigits-train.")
    private String dataset;

    @Mixin
    private DataOptions data;

    @Option(names = "--fonts", paramLabel = "DIR",
        description = "Typefaces instead of files (TTF, OTF, WOFF): their digits as scans show them, twelve of each.")
    private Path fonts;

    /**
     * Reads the digits.
     *
     * @throws io.penstock.synth.digit.DataSetException where they are missing or not what they should be
     */
    public DigitSet digits() {
        boolean files = images != null && labels != null;
        boolean someFile = images != null || labels != null;
        if (someFile != files || Stream.of(files, dataset != null, fonts != null).filter(given -> given).count() != 1) {
            throw CommandFailure.badArguments("say which digits: --images and --labels, or --dataset, or --fonts");
        }
        if (files) {
            return IdxFile.digits(images, labels);
        }
        return dataset != null ? PublishedSet.of(dataset).read(data.folder()) : typefaces();
    }

    private DigitSet typefaces() {
        FontDigits drawn = FontDigits.of(FontFile.all(fonts));
        drawn.missing().forEach(font -> System.err.println("penstock: " + font + " has not all digits and is left out"));
        return drawn.digits();
    }
}
