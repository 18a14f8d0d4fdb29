package io.penstock.train.run;

import io.penstock.train.zoo.Architecture;
import java.nio.file.Path;

/**
 * What to train and how long.
 *
 * @param architecture the network
 * @param seed         decides weights, order, dropout and variants
 * @param epochs       passes over the training samples
 * @param batch        samples learnt together
 * @param peakRate     highest learning rate of Adam
 * @param work         folder of the run: checkpoint, best network, history
 * @param resume       whether to go on from the checkpoint in {@code work}, where there is one; otherwise the folder must hold none
 */
public record TrainOptions(Architecture architecture, long seed, int epochs, int batch, double peakRate, Path work, boolean resume) {

    /** Returns the recipe of the shipped networks, for a seed and a folder. */
    public static TrainOptions standard(Architecture architecture, long seed, Path work) {
        return new TrainOptions(architecture, seed, architecture == Architecture.REJECT ? 3 : 8, 128, 1.5e-3, work, true);
    }

    /** Rejects what cannot be trained. */
    public TrainOptions {
        if (epochs < 1 || batch < 1 || !(peakRate > 0)) {
            throw new IllegalArgumentException("epochs and batch must be at least 1 and the learning rate above 0, not "
                + epochs + ", " + batch + ", " + peakRate);
        }
    }
}
