package io.penstock.train.recipe;

import io.penstock.train.run.Schedule;
import io.penstock.train.run.TrainOptions;
import io.penstock.train.sample.SampleSet;
import io.penstock.train.zoo.Architecture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Networks of a recipe that differ by their seeds alone; what is null is as usual.
 *
 * @param name     what they are called, each with its seed after it
 * @param model    architecture by its name in the zoo
 * @param from     the network that they begin with: one of a group further up, or the hash of a finished one; null for random weights
 * @param samples  what they learn from, by its name
 * @param seeds    one for each network
 * @param classes  10, or 11 with reject as the last
 * @param epochs   most passes over the samples
 * @param batch    samples learnt together
 * @param schedule how the learning rate goes, by its name
 * @param rate     highest learning rate
 * @param average  decay a step of the moving average of the weights
 * @param patience epochs without a better one that end a training; 0: never
 */
record NetworkGroup(String name, String model, String from, String samples, List<Long> seeds, Integer classes, Integer epochs,
    Integer batch,
                    String schedule, Double rate, Double average, Integer patience) {

    /** Rejects what cannot be trained, saying what is wrong. */
    NetworkGroup {
        require(name, "name");
        known("model", require(model, name + ": model"), Architecture.of(model), Architecture.ids());
        SampleSet set = known("samples", require(samples, name + ": samples"), SampleSet.of(samples), SampleSet.ids());
        schedule = schedule == null ? Schedule.COSINE.id() : schedule;
        known("schedule", schedule, Schedule.of(schedule), Schedule.ids());
        if (seeds == null || seeds.isEmpty()) {
            throw new IllegalArgumentException(name + ": seeds must be a list of at least one number");
        }
        classes = classes == null ? Integer.valueOf(set.classes()) : classes;
    }

    /** Returns the names of its networks, in the order of their seeds. */
    List<String> networks() {
        return seeds.stream().map(this::network).toList();
    }

    /** Returns the name of the network of a seed. */
    String network(long seed) {
        return name + "-" + seed;
    }

    SampleSet sampleSet() {
        return SampleSet.of(samples).orElseThrow();
    }

    /** Returns how the network of a seed is trained, in a folder of its own below {@code work}. */
    TrainOptions options(long seed, Path work) {
        TrainOptions usual = TrainOptions.standard(Architecture.of(model).orElseThrow(), seed, work.resolve(network(seed)));
        return new TrainOptions(usual.architecture(), classes, seed, or(epochs, usual.epochs()), or(batch, usual.batch()),
            Schedule.of(schedule).orElseThrow(), or(rate, usual.peakRate()), or(average, usual.averageDecay()),
            or(patience, usual.patience()), usual.work(), true);
    }

    private static String require(String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return value;
    }

    private static <T> T known(String what, String name, Optional<T> found, List<String> all) {
        return found.orElseThrow(() -> new IllegalArgumentException("there is no " + what + " " + name + ": " + String.join(", ", all)));
    }

    private static <T> T or(T given, T usual) {
        return given == null ? usual : given;
    }
}
