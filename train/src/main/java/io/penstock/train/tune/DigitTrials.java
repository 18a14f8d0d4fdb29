package io.penstock.train.tune;

import io.penstock.synth.augment.Augmentation;
import io.penstock.synth.augment.AugmentationStrengths;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.run.Origin;
import io.penstock.train.run.Schedule;
import io.penstock.train.run.TrainOptions;
import io.penstock.train.run.TrainProgress;
import io.penstock.train.run.TrainedNetwork;
import io.penstock.train.run.Trainer;
import io.penstock.train.sample.AugmentedDigits;
import io.penstock.train.sample.SampleSource;
import io.penstock.train.sample.Validation;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Trials on digits. All have the same seed, so that they differ in their values alone.
 *
 * @param training   digits to learn from
 * @param validation digits to be ranked on
 * @param seed       decides weights, order, dropout and variants
 * @param progress   is told how each training goes
 */
public record DigitTrials(DigitSet training, DigitSet validation, long seed, TrainProgress progress) implements TrialRunner {

    private static final double RATE = 1.5e-3;
    private static final int BATCH = 128;

    @Override
    public TrialResult run(int rung, Trial trial, long samples, Path work) throws InterruptedException {
        long started = System.nanoTime();
        TrialNetwork network = TrialNetwork.of(trial);
        SampleSource all = new AugmentedDigits(training, augmentation(trial));
        TrainOptions options = new TrainOptions(network.architecture(), network.architecture().classes(), seed,
            SampleBudget.epochs(all, samples), (int) trial.number(Parameter.BATCH, BATCH),
            Schedule.of(trial.name(Parameter.SCHEDULE, Schedule.ONE_CYCLE.id())).orElseThrow(),
            trial.number(Parameter.LEARNING_RATE, RATE), trial.number(Parameter.AVERAGE, 0), 0, work, true);
        TrainedNetwork trained = new Trainer(options, SampleBudget.of(all, samples), Validation.of(validation), progress,
            new Origin("", () -> network.create(seed))).train();
        return new TrialResult(rung, trial.number(), trial.values(), samples, parameters(network),
            trained.best().validationAccuracy(), trained.best().validationLoss(), (System.nanoTime() - started) / 1e9);
    }

    private long parameters(TrialNetwork network) {
        MultiLayerNetwork created = network.create(seed);
        try {
            return created.numParams();
        } finally {
            created.close();
        }
    }

    private static Augmentation augmentation(Trial trial) {
        AugmentationStrengths strengths = AugmentationStrengths.of(Augmentation.standard())
            .scaled(trial.number(Parameter.AUGMENTATION, 1));
        for (Map.Entry<String, Object> value : trial.values().entrySet()) {
            if (value.getKey().startsWith(Parameter.AUGMENTATION_PREFIX)) {
                strengths = strengths.with(value.getKey().substring(Parameter.AUGMENTATION_PREFIX.length()), (Double) value.getValue());
            }
        }
        return strengths.augmentation();
    }
}
