package io.penstock.train.tune;

import io.penstock.train.compress.NetworkWidth;
import io.penstock.train.tune.TuneException.Code;
import io.penstock.train.zoo.Architecture;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * An architecture as a trial changes it.
 *
 * @param architecture the network
 * @param width        factor of the channels of every hidden layer; 1 leaves them alone
 * @param dropout      share (0 to 1, exclusive) of values that each dropout layer drops; negative: as the architecture has it
 */
record TrialNetwork(Architecture architecture, double width, double dropout) {

    static TrialNetwork of(Trial trial) {
        return new TrialNetwork(Architecture.of(trial.name(Parameter.ARCHITECTURE, Architecture.CNN.id())).orElseThrow(),
            trial.number(Parameter.WIDTH, 1), trial.number(Parameter.DROPOUT, -1));
    }

    /** Returns a new network, its weights drawn by a seed; the caller closes it. */
    MultiLayerNetwork create(long seed) {
        MultiLayerNetwork usual = architecture.create(seed);
        if (width == 1 && dropout < 0) {
            return usual;
        }
        MultiLayerConfiguration changed = usual.getLayerWiseConfigurations().clone();
        usual.close();
        if (dropout >= 0) {
            setDropout(changed);
        }
        return NetworkWidth.scaled(changed, width);
    }

    private void setDropout(MultiLayerConfiguration network) {
        int found = 0;
        for (NeuralNetConfiguration layer : network.getConfs()) {
            if (layer.getLayer() instanceof DropoutLayer dropping) {
                dropping.setIDropout(dropout == 0 ? null : new Dropout(1 - dropout));
                found++;
            }
        }
        if (found == 0) {
            throw new TuneException(Code.BAD_VALUE, architecture.id() + " has no dropout layer: take 'dropout' out of the space");
        }
    }
}
