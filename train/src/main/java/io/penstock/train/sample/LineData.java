package io.penstock.train.sample;

import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.handwriting.RecordedHand;
import io.penstock.synth.line.LineHands;
import io.penstock.train.data.DataFolder;
import io.penstock.train.data.PenRecordings;
import io.penstock.train.data.PublishedSet;
import io.penstock.train.data.WriterSplit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whose digits the line reader learns from and is chosen on. No writer is in both: MNIST's are divided as for glyphs, the recorded ones as
 * they were published.
 */
public final class LineData {

    private LineData() {
    }

    /** Returns MNIST's training writers one by one, the training halves of the two UCI sets of bitmaps, the recorded training writers. */
    public static LineHands training(DataFolder folder) {
        return LineHands.of(writers(folder, false), PublishedSet.SEMEION_TRAIN.read(folder).plus(PublishedSet.OPTDIGITS_TRAIN.read(folder)),
            recordings(folder.pendigitsTraining()));
    }

    /** Returns MNIST's validation writers one by one and the other recorded writers. */
    public static LineHands validation(DataFolder folder) {
        List<DigitSet> writers = writers(folder, true);
        return LineHands.of(writers, new DigitSet(new byte[0][], new byte[0]), recordings(folder.pendigitsTest()));
    }

    /** Returns how many digits a file of recordings holds; 0 where it is not there. */
    public static int recorded(Path file) {
        return recordings(file).stream().mapToInt(RecordedHand::size).sum();
    }

    private static List<DigitSet> writers(DataFolder folder, boolean validating) {
        DigitSet mnist = folder.mnistTrain();
        if (!Files.exists(folder.writers())) {
            WriterSplit split = WriterSplit.withoutWriters(mnist.size(), TrainingData.VALIDATION_DIGITS, TrainingData.SPLIT_SEED);
            return List.of(validating ? split.validation(mnist) : split.training(mnist));
        }
        return WriterSplit.of(folder.writers(), TrainingData.VALIDATION_DIGITS, TrainingData.SPLIT_SEED).byWriter(mnist, validating);
    }

    private static List<RecordedHand> recordings(Path file) {
        return Files.exists(file) ? PenRecordings.read(file) : List.of();
    }
}
