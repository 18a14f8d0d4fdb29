package io.penstock.train.compress;

import io.penstock.train.compress.CompressionException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * The output channels of one hidden layer, and who depends on how many there are.
 *
 * @param layer          number of the layer that makes them: a convolution (feature maps) or a dense layer (units)
 * @param count          how many there are
 * @param normalizations numbers of the batch normalizations between it and the reader
 * @param reader         number of the next layer with weights
 * @param values         inputs of the reader for each channel: a feature map's pixels where the reader is the first dense layer, else 1
 */
record Channels(int layer, int count, List<Integer> normalizations, int reader, int values) {

    private static final Set<Class<?>> WEIGHTLESS = Set.of(
        org.deeplearning4j.nn.conf.layers.ActivationLayer.class, org.deeplearning4j.nn.conf.layers.DropoutLayer.class,
        org.deeplearning4j.nn.conf.layers.SubsamplingLayer.class, org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer.class,
        org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer.class, org.deeplearning4j.nn.conf.layers.LossLayer.class);

    /**
     * Returns the channels that a network could have fewer of, from its input to its output. The last layer with weights is not among
     * them: its outputs are the classes.
     *
     * @throws CompressionException where the network has a layer that is not known here
     */
    static List<Channels> of(MultiLayerConfiguration network) {
        List<Channels> all = new ArrayList<>();
        int maker = -1;
        List<Integer> normalizations = new ArrayList<>();
        for (int i = 0; i < network.getConfs().size(); i++) {
            Layer layer = network.getConf(i).getLayer();
            if (layer instanceof BatchNormalization) {
                normalizations.add(i);
            } else if (makesChannels(layer) || layer instanceof BaseOutputLayer) {
                if (maker >= 0) {
                    all.add(between(network, maker, List.copyOf(normalizations), i));
                }
                maker = i;
                normalizations.clear();
            } else if (!WEIGHTLESS.contains(layer.getClass())) {
                throw new CompressionException(Code.UNSUPPORTED_LAYER, "layer " + i + " is a " + layer.getClass().getSimpleName()
                    + "; channels can be removed around convolutions, dense layers and batch normalization only");
            }
        }
        return all;
    }

    private static boolean makesChannels(Layer layer) {
        return layer.getClass() == ConvolutionLayer.class || layer.getClass() == Convolution2D.class || layer instanceof DenseLayer;
    }

    private static Channels between(MultiLayerConfiguration network, int maker, List<Integer> normalizations, int reader) {
        int count = (int) ((FeedForwardLayer) network.getConf(maker).getLayer()).getNOut();
        long inputs = ((FeedForwardLayer) network.getConf(reader).getLayer()).getNIn();
        for (int normalization : normalizations) {
            if (((FeedForwardLayer) network.getConf(normalization).getLayer()).getNIn() != count) {
                throw new CompressionException(Code.UNSUPPORTED_LAYER, "layer " + normalization
                    + " normalizes pixels, not channels: move it before the flattening");
            }
        }
        return new Channels(maker, count, normalizations, reader, (int) (inputs / count));
    }
}
