package io.penstock.classify.interchange;

import java.util.Map;
import java.util.function.BiFunction;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** The operations of a network, layer after layer. Dropout does nothing in a network that answers, so it is left out. */
final class NetworkNodes {

    /** By the exact class: a subclass of a layer computes something else. */
    private static final Map<Class<?>, BiFunction<LayerNodes, String, String>> LAYERS = Map.of(
        ConvolutionLayer.class, LayerNodes::convolution,
        DenseLayer.class, LayerNodes::dense,
        OutputLayer.class, LayerNodes::dense,
        CnnLossLayer.class, LayerNodes::framewise,
        BatchNormalization.class, LayerNodes::batchNormalization,
        SubsamplingLayer.class, LayerNodes::pooling,
        GlobalPoolingLayer.class, LayerNodes::globalPooling,
        ActivationLayer.class, LayerNodes::activation,
        DropoutLayer.class, (nodes, input) -> input);

    private NetworkNodes() {
    }

    /**
     * Adds a network to a graph and returns the name of its result.
     *
     * @param name  what the names of its operations begin with
     * @param input name of the value that goes in: [N, 1, 28, 28], or [N, 1, 32, 160] for lines
     * @throws io.penstock.classify.model.ModelException with {@code MODEL_NOT_EXPORTABLE} for a layer that has no export
     */
    static String append(OnnxGraph graph, String name, MultiLayerNetwork network, String input) {
        String value = input;
        for (int i = 0; i < network.getnLayers(); i++) {
            Layer layer = network.getLayer(i);
            LayerNodes nodes = new LayerNodes(graph, name + "/" + i + "/", layer);
            value = reshaped(nodes, network.getLayerWiseConfigurations().getInputPreProcess(i), value);
            Class<?> type = layer.conf().getLayer().getClass();
            BiFunction<LayerNodes, String, String> operations = LAYERS.get(type);
            if (operations == null) {
                throw LayerNodes.unsupported(nodes.name(), "the type " + type.getSimpleName());
            }
            value = operations.apply(nodes, value);
        }
        return value;
    }

    private static String reshaped(LayerNodes nodes, InputPreProcessor reshaping, String value) {
        if (reshaping == null) {
            return value;
        }
        if (reshaping instanceof CnnToFeedForwardPreProcessor maps && maps.getFormat() == CNN2DFormat.NCHW) {
            return nodes.flattened(value);
        }
        throw LayerNodes.unsupported(nodes.name(), "the preprocessor " + reshaping.getClass().getSimpleName());
    }
}
