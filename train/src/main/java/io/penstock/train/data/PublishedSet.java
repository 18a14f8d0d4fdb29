package io.penstock.train.data;

import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DigitSet;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parts of the public digit sets that Penstock knows by name. Networks learn from training parts only; test parts only measure. */
public enum PublishedSet {

    /** MNIST's 60,000 training digits, validation writers among them. */
    MNIST_TRAIN("mnist-train", DataFolder::mnistTrain),
    /** MNIST's 10,000 test digits. */
    MNIST_TEST("mnist-test", DataFolder::mnistTest),
    /** The first 40 writers of Semeion. */
    SEMEION_TRAIN("semeion-train", data -> BitmapDigits.semeionTraining(BitmapDigits.semeion(data.semeion()))),
    /** The other 40 writers of Semeion. */
    SEMEION_TEST("semeion-test", data -> BitmapDigits.semeionTest(BitmapDigits.semeion(data.semeion()))),
    /** About the first 14 writers of Optical Recognition of Handwritten Digits. */
    OPTDIGITS_TRAIN("optdigits-train", data -> BitmapDigits.opticalTraining(BitmapDigits.optical(data.optdigits()))),
    /** About the last 15 writers of Optical Recognition of Handwritten Digits. */
    OPTDIGITS_TEST("optdigits-test", data -> BitmapDigits.opticalTest(BitmapDigits.optical(data.optdigits())));

    private final String id;
    private final Function<DataFolder, DigitSet> reader;

    PublishedSet(String id, Function<DataFolder, DigitSet> reader) {
        this.id = id;
        this.reader = reader;
    }

    /**
     * Returns the part of this name.
     *
     * @throws DataSetException where there is none
     */
    public static PublishedSet of(String id) {
        return Arrays.stream(values()).filter(set -> set.id.equals(id)).findFirst().orElseThrow(() -> new DataSetException(
            DataSetException.Code.UNKNOWN_SET, "there is no set " + id + ": "
                + Arrays.stream(values()).map(PublishedSet::id).collect(Collectors.joining(", "))));
    }

    /** Returns the name that commands use. */
    public String id() {
        return id;
    }

    /** Returns whether its file is in the folder; MNIST can always be downloaded and so counts as there. */
    public boolean isThere(DataFolder data) {
        return switch (this) {
            case MNIST_TRAIN, MNIST_TEST -> true;
            case SEMEION_TRAIN, SEMEION_TEST -> Files.exists(data.semeion());
            case OPTDIGITS_TRAIN, OPTDIGITS_TEST -> Files.exists(data.optdigits());
        };
    }

    /** Reads the digits of this part. */
    public DigitSet read(DataFolder data) {
        return reader.apply(data);
    }
}
