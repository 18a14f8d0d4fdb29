package io.penstock.train.compress;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.augment.Augmentation;
import io.penstock.synth.augment.AugmentationStrengths;
import io.penstock.train.run.Origin;
import io.penstock.train.run.Schedule;
import io.penstock.train.run.TrainOptions;
import io.penstock.train.run.TrainProgress;
import io.penstock.train.run.TrainedNetwork;
import io.penstock.train.run.Trainer;
import io.penstock.train.sample.AugmentedDigits;
import io.penstock.train.sample.SampleSource;
import io.penstock.train.sample.ShippedSamples;
import io.penstock.train.sample.TrainingData;
import io.penstock.train.sample.Validation;
import io.penstock.train.zoo.Architecture;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;

/**
 * How a network learns on after a cut.
 *
 * @param data         what it learns on and is chosen on
 * @param architecture of the network before the cut
 * @param recipe       how long, how fast, how varied
 * @param work         folder of the checkpoints of one step, empty
 * @param progress     is told how it goes
 */
record FineTuning(TrainingData data, Architecture architecture, CompressionRecipe recipe, Path work, TrainProgress progress) {

    private static final int BATCH = 128;
    private static final double AVERAGE_DECAY = 0.999;

    /**
     * Trains on from a network, which stays as it is.
     *
     * @param listeners see each step of the training
     */
    TrainedNetwork run(MultiLayerNetwork network, List<TrainingListener> listeners) throws InterruptedException {
        TrainOptions options = new TrainOptions(architecture, classes(network), recipe.seed(), recipe.epochs(), BATCH, Schedule.ONE_CYCLE,
            recipe.rate(), AVERAGE_DECAY, 0, work, false);
        Augmentation augmentation = AugmentationStrengths.of(Augmentation.standard()).scaled(recipe.augmentation()).augmentation();
        return new Trainer(options, samples(options.classes(), augmentation), validation(options.classes()), progress,
            new Origin("the network that was cut", () -> copy(network, listeners))).train();
    }

    private static MultiLayerNetwork copy(MultiLayerNetwork network, List<TrainingListener> listeners) {
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations().clone();
        // Adam begins without memory: its correction for that goes by the count of steps
        configuration.setIterationCount(0);
        configuration.setEpochCount(0);
        MultiLayerNetwork copy = new MultiLayerNetwork(configuration);
        copy.init();
        copy.setParams(network.params());
        copy.setListeners(listeners);
        return copy;
    }

    /** A network with a reject class has to go on seeing what it rejects. */
    private SampleSource samples(int classes, Augmentation augmentation) {
        return classes > DigitClassifier.REJECT ? new ShippedSamples(data.training(), augmentation, recipe.seed())
            : new AugmentedDigits(data.training(), augmentation);
    }

    private Validation validation(int classes) {
        return classes > DigitClassifier.REJECT ? ShippedSamples.validation(data.validation()) : Validation.of(data.validation());
    }

    static int classes(MultiLayerNetwork network) {
        int last = network.getnLayers() - 1;
        return (int) ((FeedForwardLayer) network.getLayerWiseConfigurations().getConf(last).getLayer()).getNOut();
    }
}
