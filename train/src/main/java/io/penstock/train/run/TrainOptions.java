package io.penstock.train.run;

import io.penstock.train.zoo.Architecture;
import java.nio.file.Path;

/**
 * What to train and how.
 *
 * @param architecture the network
 * @param classes      outputs of its softmax: 10, or 11 with reject as the last
 * @param seed         decides weights, order, dropout and variants
 * @param epochs       greatest number of passes over the training samples
 * @param batch        samples learnt together
 * @param schedule     how the learning rate goes
 * @param peakRate     highest learning rate of Adam
 * @param averageDecay decay a step (0 to 1, exclusive) of the moving average of the weights, which is what is validated and kept; 0: none
 * @param patience     epochs without a better one after which the training ends; 0: never
 * @param work         folder of the run: checkpoint, best network, history
 * @param resume       whether to go on from the checkpoint in {@code work}, where there is one; otherwise the folder must hold none
 */
public record TrainOptions(Architecture architecture, int classes, long seed, int epochs, int batch, Schedule schedule, double peakRate,
                           double averageDecay, int patience, Path work, boolean resume) {

    /** Returns the usual options, for a seed and a folder. */
    public static TrainOptions standard(Architecture architecture, long seed, Path work) {
        return new TrainOptions(architecture, architecture.classes(), seed, 8, 128, Schedule.COSINE, 1.5e-3, 0.999, 5, work, true);
    }

    /** Rejects what cannot be trained. */
    public TrainOptions {
        require(classes >= 2, "classes", "at least 2", classes);
        require(epochs >= 1, "epochs", "at least 1", epochs);
        require(batch >= 1, "batch", "at least 1", batch);
        require(peakRate > 0, "the learning rate", "above 0", peakRate);
        require(averageDecay >= 0 && averageDecay < 1, "the decay of the average", "from 0 to below 1", averageDecay);
        require(patience >= 0, "patience", "at least 0", patience);
    }

    /** Returns what decides the outcome, in words: two runs on the same samples with the same identity end the same. */
    String identity() {
        return architecture.id() + " with " + classes + " classes, seed " + seed + ", " + epochs + " epochs, batch " + batch + ", "
            + schedule.id() + " with a peak of " + peakRate + ", average " + averageDecay + ", patience " + patience;
    }

    private static void require(boolean met, String name, String bounds, Number value) {
        if (!met) {
            throw new IllegalArgumentException(name + " must be " + bounds + ", not " + value);
        }
    }
}
