package io.penstock.classify.engine.plan;

import io.penstock.classify.engine.plan.Step.Convolution;
import io.penstock.classify.engine.plan.Step.Dense;
import io.penstock.classify.engine.plan.Step.Linear;
import io.penstock.classify.engine.plan.Step.Pooling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns the layers of one network into steps, one after the other. Each method returns whether it could. */
final class PlanReader {

    /** By the exact class: a subclass of a layer computes something else. Dropout does nothing in a network that answers. */
    private static final Map<Class<?>, BiPredicate<PlanReader, Layer>> LAYERS = Map.of(
        ConvolutionLayer.class, PlanReader::convolution,
        SubsamplingLayer.class, PlanReader::pooling,
        GlobalPoolingLayer.class, PlanReader::globalPooling,
        DenseLayer.class, PlanReader::dense,
        OutputLayer.class, PlanReader::output,
        CnnLossLayer.class, PlanReader::framewise,
        BatchNormalization.class, PlanReader::normalization,
        ActivationLayer.class, PlanReader::activation,
        DropoutLayer.class, (reader, layer) -> true);

    private final List<Step> steps = new ArrayList<>();
    private final Shape input;
    private boolean ended;

    PlanReader(Shape input) {
        this.input = input;
    }

    Optional<List<Step>> read(MultiLayerNetwork network) {
        for (int i = 0; i < network.getnLayers(); i++) {
            Layer layer = network.getLayer(i);
            BiPredicate<PlanReader, Layer> reading = LAYERS.get(layer.conf().getLayer().getClass());
            boolean known = !ended && reading != null && isFlattening(network.getLayerWiseConfigurations().getInputPreProcess(i));
            if (!known || !reading.test(this, layer)) {
                return Optional.empty();
            }
        }
        return ended ? Optional.of(List.copyOf(steps)) : Optional.empty();
    }

    /** Maps become a vector channel by channel, in it row by row, which is the order of our weights anyway. */
    private static boolean isFlattening(InputPreProcessor reshaping) {
        return reshaping == null || reshaping instanceof CnnToFeedForwardPreProcessor maps && maps.getFormat() == CNN2DFormat.NCHW;
    }

    private boolean convolution(Layer layer) {
        ConvolutionLayer settings = (ConvolutionLayer) layer.conf().getLayer();
        Optional<Activation> activation = Activation.of(settings.getActivationFn());
        if (activation.isEmpty() || isUnusual(settings.getCnn2dDataFormat(), settings.getConvolutionMode(), settings.getDilation())) {
            return false;
        }
        Window window = Window.of(shape(), settings.getConvolutionMode(), settings.getKernelSize(), settings.getStride(),
            settings.getPadding());
        Weights weights = new Weights(values(layer.getParam("W")), bias(layer, (int) settings.getNOut()));
        return steps.add(new Convolution(shape(), window.over(shape(), (int) settings.getNOut()), window, weights, activation.get()));
    }

    private boolean pooling(Layer layer) {
        SubsamplingLayer settings = (SubsamplingLayer) layer.conf().getLayer();
        Window window = Window.of(shape(), settings.getConvolutionMode(), settings.getKernelSize(), settings.getStride(),
            settings.getPadding());
        return !isUnusual(settings.getCnn2dDataFormat(), settings.getConvolutionMode(), settings.getDilation())
            && pooling(settings.getPoolingType(), window);
    }

    private boolean globalPooling(Layer layer) {
        GlobalPoolingLayer settings = (GlobalPoolingLayer) layer.conf().getLayer();
        int[] everything = {shape().height(), shape().width()};
        int[] dimensions = settings.getPoolingDimensions();
        return (dimensions == null || Arrays.equals(dimensions, new int[] {2, 3})) && settings.isCollapseDimensions()
            && pooling(settings.getPoolingType(), new Window(everything, new int[] {1, 1}, new int[2], new int[2]));
    }

    private boolean pooling(PoolingType type, Window window) {
        boolean maximum = type == PoolingType.MAX;
        if (!maximum && (type != PoolingType.AVG || window.isPadded())) {
            return false;
        }
        return steps.add(new Pooling(shape(), window.over(shape(), shape().channels()), window, maximum));
    }

    private boolean dense(Layer layer) {
        DenseLayer settings = (DenseLayer) layer.conf().getLayer();
        Optional<Activation> activation = Activation.of(settings.getActivationFn());
        return activation.isPresent() && !settings.hasLayerNorm() && dense(layer, settings, activation.get());
    }

    private boolean output(Layer layer) {
        FeedForwardLayer settings = (FeedForwardLayer) layer.conf().getLayer();
        ended = settings.getActivationFn() instanceof ActivationSoftmax;
        return ended && dense(layer, settings, Activation.IDENTITY);
    }

    private boolean framewise(Layer layer) {
        CnnLossLayer settings = (CnnLossLayer) layer.conf().getLayer();
        ended = settings.getActivationFn() instanceof ActivationSoftmax && settings.getFormat() == CNN2DFormat.NCHW && !steps.isEmpty();
        return ended;
    }

    private boolean dense(Layer layer, FeedForwardLayer settings, Activation activation) {
        int outputs = (int) settings.getNOut();
        Weights weights = new Weights(values(layer.getParam("W").transpose()), bias(layer, outputs));
        return steps.add(new Dense(shape(), Shape.vector(outputs), weights, activation));
    }

    private boolean normalization(Layer layer) {
        BatchNormalization settings = (BatchNormalization) layer.conf().getLayer();
        if (steps.isEmpty() || !(last() instanceof Linear before) || before.activation() != Activation.IDENTITY
            || settings.isLockGammaBeta()) {
            return false;
        }
        float[] gamma = values(layer.getParam("gamma"));
        float[] beta = values(layer.getParam("beta"));
        float[] mean = values(layer.getParam("mean"));
        double[] variance = variance(layer, settings);
        double[] factors = new double[gamma.length];
        double[] shifts = new double[gamma.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = gamma[i] / Math.sqrt(variance[i] + settings.getEps());
            shifts[i] = beta[i] - mean[i] * factors[i];
        }
        steps.set(steps.size() - 1, before.with(before.weights().folded(factors, shifts), Activation.IDENTITY));
        return true;
    }

    private static double[] variance(Layer layer, BatchNormalization settings) {
        float[] stored = values(layer.getParam(settings.isUseLogStd() ? "log10stdev" : "var"));
        return IntStream.range(0, stored.length).mapToDouble(i -> settings.isUseLogStd() ? Math.pow(10, 2.0 * stored[i]) : stored[i])
            .toArray();
    }

    private boolean activation(Layer layer) {
        IActivation function = ((ActivationLayer) layer.conf().getLayer()).getActivationFn();
        Optional<Activation> activation = Activation.of(function);
        int place = steps.size() - 1;
        if (place > 0 && last() instanceof Pooling pooling && pooling.maximum()) {
            place--;
        }
        if (activation.isEmpty() || place < 0 || !(steps.get(place) instanceof Linear before)
            || before.activation() != Activation.IDENTITY) {
            return false;
        }
        steps.set(place, before.with(before.weights(), activation.get()));
        return true;
    }

    private Step last() {
        return steps.get(steps.size() - 1);
    }

    private Shape shape() {
        return steps.isEmpty() ? input : last().out();
    }

    private static boolean isUnusual(CNN2DFormat format, ConvolutionMode mode, int[] dilation) {
        return format != CNN2DFormat.NCHW || mode == ConvolutionMode.Causal || Arrays.stream(dilation).anyMatch(step -> step != 1);
    }

    private static float[] bias(Layer layer, int outputs) {
        return layer.paramTable().containsKey("b") ? values(layer.getParam("b")) : new float[outputs];
    }

    private static float[] values(INDArray parameter) {
        try (INDArray inOrder = parameter.dup('c')) {
            return inOrder.data().asFloat();
        }
    }
}
