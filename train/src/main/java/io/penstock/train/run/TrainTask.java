package io.penstock.train.run;

import io.penstock.train.sample.SampleSet;
import java.nio.file.Path;

/**
 * One network to be trained and exported.
 *
 * @param options how
 * @param samples on what
 * @param from    hash of the network that it begins with; null for random weights
 * @param command what is run to do so, for the record
 */
public record TrainTask(TrainOptions options, SampleSet samples, String from, String command) {

    /** Rejects samples with classes that the network has not. */
    public TrainTask {
        if (options.classes() < samples.classes()) {
            throw new IllegalArgumentException("samples " + samples.id() + " have " + samples.classes() + " classes, the network only "
                + options.classes());
        }
        if (!options.architecture().input().equals(samples.shape())) {
            throw new IllegalArgumentException("samples " + samples.id() + " are not what " + options.architecture().id()
                + " reads: lines go with line, glyphs with every other network");
        }
    }

    /** Returns what it begins with; {@code models} is where networks are. */
    Origin origin(Path models) {
        return from == null ? Origin.random(options) : Origin.stored(from, models, options);
    }

    /** Returns what decides the outcome, in words. */
    String identity() {
        return options.identity() + ", samples " + samples.id() + (from == null ? "" : ", from " + from);
    }
}
