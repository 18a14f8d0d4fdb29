package io.penstock.train.run;

import java.nio.file.Path;
import java.util.List;

/**
 * A finished run.
 *
 * @param options how it was trained
 * @param history its epochs in order
 * @param best    the epoch with the highest validation accuracy, of equals the one with the lowest validation loss
 * @param weights file of that epoch's averaged network, without the updater's state
 */
public record TrainedNetwork(TrainOptions options, List<EpochResult> history, EpochResult best, Path weights) {
}
