package io.penstock.train.sample;

import io.penstock.synth.digit.DigitSet;
import io.penstock.train.data.DataFolder;
import io.penstock.train.data.PublishedSet;
import io.penstock.train.data.WriterSplit;
import java.nio.file.Files;

/**
 * The digits that the shipped networks learn from and are chosen on.
 *
 * @param training   MNIST's training digits without those of the validation writers, then the training halves of Semeion and
 *                   Optical Recognition, four times
 * @param validation MNIST's training digits of some writers, who have written nothing in {@code training}
 * @param semeion    how many digits of Semeion train
 * @param optical    how many digits of Optical Recognition train
 * @param own        how many digits train that people read in documents of their own; four times too
 */
public record TrainingData(DigitSet training, DigitSet validation, int semeion, int optical, int own) {

    /** Least number of validation digits. */
    public static final int VALIDATION_DIGITS = 5_000;

    /** Seed that draws the validation writers: one for all networks, so that an ensemble can be calibrated on them. */
    public static final long SPLIT_SEED = 1;

    /** Reads MNIST alone and divides it by the same writers; where the table of writers is missing, by digits. */
    public static TrainingData mnist(DataFolder folder) {
        DigitSet mnist = folder.mnistTrain();
        WriterSplit split = Files.exists(folder.writers()) ? WriterSplit.of(folder.writers(), VALIDATION_DIGITS, SPLIT_SEED)
            : WriterSplit.withoutWriters(mnist.size(), VALIDATION_DIGITS, SPLIT_SEED);
        return new TrainingData(split.training(mnist), split.validation(mnist), 0, 0, 0);
    }

    /** Returns, in words, how training and validation are divided. */
    public static String split(DataFolder folder) {
        return "validation: " + (Files.exists(folder.writers())
            ? "writers of MNIST's training half drawn by seed " + SPLIT_SEED + " until they have written " + VALIDATION_DIGITS
                + " digits (writers by QMNIST), no writer trains and validates"
            : VALIDATION_DIGITS + " digits of MNIST's training half drawn by seed " + SPLIT_SEED + ", writers not told apart");
    }

    /** Reads and divides the data sets. */
    public static TrainingData of(DataFolder folder) {
        TrainingData mnist = mnist(folder);
        // European hands write 1 with an upstroke and 7 with a bar; MNIST has few of either
        DigitSet semeion = PublishedSet.SEMEION_TRAIN.read(folder);
        DigitSet optical = PublishedSet.OPTDIGITS_TRAIN.read(folder);
        DigitSet own = folder.corrected().orElse(new DigitSet(new byte[0][], new byte[0]));
        DigitSet european = semeion.plus(optical).plus(own);
        DigitSet twice = european.plus(european);
        return new TrainingData(mnist.training().plus(twice).plus(twice), mnist.validation(), semeion.size(), optical.size(),
            own.size());
    }

    /** Returns how many training digits are MNIST's. */
    public int mnistTraining() {
        return training.size() - 4 * (semeion + optical + own);
    }
}
