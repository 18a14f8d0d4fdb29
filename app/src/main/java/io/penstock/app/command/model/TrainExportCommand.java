package io.penstock.app.command.model;

import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.DigitOptions;
import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.data.IdxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train export}: writes labelled digits as an IDX pair. */
@Command(name = "export", header = "Write a digit set as a pair of IDX files.",
    description = "Writes images-idx3-ubyte and labels-idx1-ubyte, 28x28 pixels as networks see them, for other programs to read.",
    footerHeading = "%nExample:%n", footer = {"  ./penstock train export --dataset semeion-test --out semeion-test",
        "  ./penstock train export --fonts my-fonts --out my-fonts-idx"})
final class TrainExportCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the two files.")
    private Path out;

    @Mixin
    private DigitOptions digits;

    @Override
    public Integer call() throws IOException {
        try {
            DigitSet set = digits.digits();
            Files.createDirectories(out);
            IdxFile.write(set, out.resolve("images-idx3-ubyte"), out.resolve("labels-idx1-ubyte"));
            System.out.println(set.size() + " digits in " + out);
            return 0;
        } catch (DataSetException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }
}
