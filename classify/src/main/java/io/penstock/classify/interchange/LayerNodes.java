package io.penstock.classify.interchange;

import static io.penstock.classify.interchange.OnnxGraph.attribute;

import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelException.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onnx.Onnx.AttributeProto;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The operations of one layer. Each method adds them to the graph and returns the name of their result.
 *
 * @param graph grows
 * @param name  what the names of this layer's operations and constants begin with
 * @param layer with its trained parameters; only read
 */
record LayerNodes(OnnxGraph graph, String name, Layer layer) {

    String convolution(String input) {
        ConvolutionLayer settings = (ConvolutionLayer) layer.conf().getLayer();
        require(settings.getCnn2dDataFormat() == CNN2DFormat.NCHW, "feature maps that are not in the order NCHW");
        List<String> inputs = new ArrayList<>(List.of(input, parameter("W")));
        if (settings.hasBias()) {
            inputs.add(vector("b"));
        }
        List<AttributeProto> window = window(settings.getConvolutionMode(), settings.getKernelSize(), settings.getStride(),
            settings.getPadding(), settings.getDilation());
        return activated(graph.node(name + "convolution", "Conv", inputs, window.toArray(AttributeProto[]::new)),
            settings.getActivationFn());
    }

    String dense(String input) {
        FeedForwardLayer settings = (FeedForwardLayer) layer.conf().getLayer();
        require(!(settings instanceof DenseLayer dense && dense.hasLayerNorm()), "layer normalization");
        List<String> inputs = new ArrayList<>(List.of(input, parameter("W")));
        if (layer.paramTable().containsKey("b")) {
            inputs.add(vector("b"));
        }
        return activated(graph.node(name + "dense", "Gemm", inputs), settings.getActivationFn());
    }

    String batchNormalization(String input) {
        BatchNormalization settings = (BatchNormalization) layer.conf().getLayer();
        int channels = (int) settings.getNOut();
        boolean fixed = settings.isLockGammaBeta();
        List<String> inputs = List.of(input,
            fixed ? constant("gamma", settings.getGamma(), channels) : vector(BatchNormalizationParamInitializer.GAMMA),
            fixed ? constant("beta", settings.getBeta(), channels) : vector(BatchNormalizationParamInitializer.BETA),
            vector(BatchNormalizationParamInitializer.GLOBAL_MEAN), variance(settings));
        return graph.node(name + "normalized", "BatchNormalization", inputs, attribute("epsilon", settings.getEps()));
    }

    String pooling(String input) {
        SubsamplingLayer settings = (SubsamplingLayer) layer.conf().getLayer();
        require(settings.getCnn2dDataFormat() == CNN2DFormat.NCHW, "feature maps that are not in the order NCHW");
        List<AttributeProto> window = window(settings.getConvolutionMode(), settings.getKernelSize(), settings.getStride(),
            settings.getPadding(), settings.getDilation());
        if (settings.getPoolingType() == PoolingType.MAX) {
            return graph.node(name + "pooled", "MaxPool", List.of(input), window.toArray(AttributeProto[]::new));
        }
        require(settings.getPoolingType() == PoolingType.AVG, "pooling by " + settings.getPoolingType());
        window.add(attribute("count_include_pad", settings.isAvgPoolIncludePadInDivisor() ? 1L : 0L));
        return graph.node(name + "pooled", "AveragePool", List.of(input), window.toArray(AttributeProto[]::new));
    }

    String globalPooling(String input) {
        GlobalPoolingLayer settings = (GlobalPoolingLayer) layer.conf().getLayer();
        PoolingType type = settings.getPoolingType();
        require(type == PoolingType.AVG || type == PoolingType.MAX, "global pooling by " + type);
        int[] dimensions = settings.getPoolingDimensions();
        boolean heightAndWidth = dimensions == null || dimensions.length == 0 || Arrays.equals(dimensions, new int[] {2, 3});
        require(settings.isCollapseDimensions() && heightAndWidth, "global pooling over chosen dimensions");
        String pooled = graph.node(name + "pooled", type == PoolingType.AVG ? "GlobalAveragePool" : "GlobalMaxPool", List.of(input));
        return flattened(pooled);
    }

    /** Feature maps as one vector: channel by channel, in it row by row, which is Deeplearning4j's order too. */
    String flattened(String input) {
        return graph.node(name + "flattened", "Flatten", List.of(input), attribute("axis", 1L));
    }

    String activation(String input) {
        return activated(input, ((ActivationLayer) layer.conf().getLayer()).getActivationFn());
    }

    /** The softmax of each frame, over the channels. */
    String framewise(String input) {
        return activated(input, ((CnnLossLayer) layer.conf().getLayer()).getActivationFn());
    }

    private String activated(String input, IActivation activation) {
        return ActivationNode.of(activation).append(graph, name + "activated", input);
    }

    private List<AttributeProto> window(ConvolutionMode mode, int[] kernel, int[] stride, int[] padding, int[] dilation) {
        require(Arrays.stream(dilation).allMatch(step -> step == 1), "dilation");
        List<AttributeProto> window = new ArrayList<>(List.of(attribute("kernel_shape", kernel), attribute("strides", stride)));
        if (mode == ConvolutionMode.Same) {
            window.add(attribute("auto_pad", "SAME_UPPER"));
        } else {
            require(mode != ConvolutionMode.Causal, "causal convolution");
            window.add(attribute("pads", padding[0], padding[1], padding[0], padding[1]));
        }
        return window;
    }

    private String variance(BatchNormalization settings) {
        if (!settings.isUseLogStd()) {
            return vector(BatchNormalizationParamInitializer.GLOBAL_VAR);
        }
        float[] variances = values(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
        for (int i = 0; i < variances.length; i++) {
            variances[i] = (float) Math.pow(10, 2.0 * variances[i]);
        }
        return graph.floats(name + "variance", variances, variances.length);
    }

    private String parameter(String key) {
        return graph.floats(name + key, values(key), layer.getParam(key).shape());
    }

    private String vector(String key) {
        float[] values = values(key);
        return graph.floats(name + key, values, values.length);
    }

    private String constant(String key, double value, int count) {
        float[] values = new float[count];
        Arrays.fill(values, (float) value);
        return graph.floats(name + key, values, count);
    }

    private float[] values(String key) {
        try (INDArray rowMajor = layer.getParam(key).dup('c')) {
            return rowMajor.data().asFloat();
        }
    }

    private void require(boolean supported, String what) {
        if (!supported) {
            throw unsupported(name, what);
        }
    }

    static ModelException unsupported(String where, String what) {
        return new ModelException(Code.MODEL_NOT_EXPORTABLE, "layer " + where + " has " + what
            + ", for which there is no export: docs/architecture.md lists what can be exported", null);
    }
}
