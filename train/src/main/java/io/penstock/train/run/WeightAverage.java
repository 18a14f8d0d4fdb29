package io.penstock.train.run;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network whose weights are the exponential moving average of another's over its training steps.
 *
 * <p>Early on it forgets faster, so that the weights drawn at the start do not linger.
 */
final class WeightAverage {

    private static final double WARM_UP_STEPS = 10;

    private final MultiLayerNetwork average;
    private final double decay;

    /** Goes on from an average, whose weights it changes in place and which stays the caller's; a decay of 0 keeps the latest alone. */
    WeightAverage(MultiLayerNetwork average, double decay) {
        this.average = average;
        this.decay = decay;
    }

    /** Returns a copy of a network to begin an average with; the caller closes it. */
    static MultiLayerNetwork beginning(MultiLayerNetwork network) {
        // not a clone: that shares the objects that hold the learning rate of the day, which would end up in the exported file
        MultiLayerConfiguration configuration = MultiLayerConfiguration.fromJson(network.getLayerWiseConfigurations().toJson());
        MultiLayerNetwork copy = new MultiLayerNetwork(configuration);
        copy.init(network.params().dup(), false);
        return copy;
    }

    /** Takes in a network's weights after a step, from 0. */
    void add(MultiLayerNetwork network, long step) {
        double kept = Math.min(decay, (1 + step) / (WARM_UP_STEPS + step));
        try (INDArray difference = network.params().sub(average.params())) {
            average.params().addi(difference.muli(1 - kept));
        }
    }

    /** Returns the averaged network. */
    MultiLayerNetwork network() {
        return average;
    }
}
