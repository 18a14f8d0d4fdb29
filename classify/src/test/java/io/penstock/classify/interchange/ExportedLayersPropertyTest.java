package io.penstock.classify.interchange;

import ai.onnxruntime.OrtException;
import io.penstock.classify.engine.NativeBackend;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Whatever network the supported layers make, ONNX Runtime and Deeplearning4j agree on its answers. */
class ExportedLayersPropertyTest {

    private static final int GLYPHS = 3;

    /** A window that slides over feature maps; heights and widths differ, so that an exchange of the two shows. */
    record Window(int height, int width, int stride, int padding, ConvolutionMode mode) {

        int[] kernel() {
            return new int[] {height, width};
        }

        int[] strides() {
            return new int[] {stride, stride};
        }

        int[] paddings(ConvolutionMode mode) {
            return mode == ConvolutionMode.Same ? new int[] {0, 0}
                : new int[] {Math.min(padding, height - 1), Math.min(padding, width - 1)};
        }
    }

    /** A convolution and what follows it. */
    record Block(Window convolution, int channels, Activation activation, boolean bias, Normalization normalization, Window pool,
                 Pooling pooling, boolean dropout) {
    }

    enum Normalization { NONE, LEARNT, FIXED, LOGARITHMIC }

    enum Pooling { NONE, MAX, AVERAGE, AVERAGE_WITH_PADDING }

    enum Head { FLAT, GLOBAL_AVERAGE, GLOBAL_MAX }

    @Provide
    Arbitrary<Window> windows() {
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 4);
        return Combinators.combine(size, size, Arbitraries.of(1, 2), Arbitraries.of(0, 1),
            Arbitraries.of(ConvolutionMode.Same, ConvolutionMode.Truncate)).as(Window::new);
    }

    @Provide
    Arbitrary<List<Block>> blocks() {
        Arbitrary<Activation> activations = Arbitraries.of(Activation.RELU, Activation.TANH, Activation.IDENTITY, Activation.LEAKYRELU,
            Activation.SIGMOID);
        return Combinators.combine(windows(), Arbitraries.integers().between(1, 6), activations, Arbitraries.of(true, false),
            Arbitraries.of(Normalization.values()), windows(), Arbitraries.of(Pooling.values()), Arbitraries.of(true, false))
            .as(Block::new).list().ofMinSize(0).ofMaxSize(2);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void theRuntimesAgree(@ForAll("blocks") List<Block> blocks, @ForAll Head head, @ForAll boolean hidden, @ForAll boolean reject,
                          @ForAll long seed) throws OrtException {
        MultiLayerNetwork network = network(blocks, head, hidden, reject ? 11 : 10, seed);
        float[] pixels = pixels(new Random(seed));
        try (OnnxSession session = new OnnxSession(OnnxExport.network(network, "any"));
             INDArray glyphs = Nd4j.create(pixels, new int[] {GLYPHS, 1, 28, 28}); INDArray expected = network.output(glyphs)) {
            Probabilities.assertSame(session.probabilities(pixels), withReject(expected.toFloatMatrix()));
        } finally {
            network.close();
        }
    }

    private static MultiLayerNetwork network(List<Block> blocks, Head head, boolean hidden, int classes, long seed) {
        NativeBackend.prepare();
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder().seed(seed).list();
        for (int i = 0; i < blocks.size(); i++) {
            append(layers, blocks.get(i), i == 0 ? blocks.get(i).pool().mode() : ConvolutionMode.Same);
        }
        if (head != Head.FLAT) {
            layers.layer(new GlobalPoolingLayer(head == Head.GLOBAL_MAX ? PoolingType.MAX : PoolingType.AVG));
        }
        if (hidden) {
            layers.layer(new DenseLayer.Builder().nOut(7).activation(Activation.TANH).build()).layer(new DropoutLayer(0.5));
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT).nOut(classes).activation(Activation.SOFTMAX).build());
        MultiLayerNetwork network = new MultiLayerNetwork(layers.setInputType(InputType.convolutional(28, 28, 1)).build());
        network.init();
        learnStatistics(network, new Random(seed));
        return network;
    }

    /** {@code pooling}: in the last block the map may be smaller than the window by then. */
    private static void append(NeuralNetConfiguration.ListBuilder layers, Block block, ConvolutionMode pooling) {
        Window window = block.convolution();
        layers.layer(new ConvolutionLayer.Builder(window.kernel(), window.strides(), window.paddings(window.mode())).nOut(block.channels())
            .convolutionMode(window.mode()).hasBias(block.bias()).activation(block.activation()).build());
        if (block.normalization() != Normalization.NONE) {
            layers.layer(new BatchNormalization.Builder().lockGammaBeta(block.normalization() == Normalization.FIXED).gamma(1.3).beta(0.2)
                .useLogStd(block.normalization() == Normalization.LOGARITHMIC).build());
            layers.layer(new ActivationLayer(Activation.RELU));
        }
        if (block.pooling() != Pooling.NONE) {
            Window pool = block.pool();
            layers.layer(new SubsamplingLayer.Builder(block.pooling() == Pooling.MAX ? PoolingType.MAX : PoolingType.AVG, pool.kernel(),
                pool.strides(), pool.paddings(pooling)).convolutionMode(pooling)
                .avgPoolIncludePadInDivisor(block.pooling() == Pooling.AVERAGE_WITH_PADDING).build());
        }
        if (block.dropout()) {
            layers.layer(new DropoutLayer(0.5));
        }
    }

    /** As if trained: statistics and scales that are neither 0 nor 1. */
    private static void learnStatistics(MultiLayerNetwork network, Random random) {
        for (Layer layer : network.getLayers()) {
            layer.paramTable().forEach((key, values) -> {
                boolean positive = key.equals(BatchNormalizationParamInitializer.GLOBAL_VAR);
                if (!key.equals("W")) {
                    for (int i = 0; i < values.length(); i++) {
                        values.putScalar(i, positive ? 0.3 + random.nextDouble() : random.nextDouble() - 0.5);
                    }
                }
            });
        }
    }

    private static float[] pixels(Random random) {
        float[] pixels = new float[GLYPHS * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(4) == 0 ? random.nextFloat() : 0;
        }
        return pixels;
    }

    private static float[][] withReject(float[][] answers) {
        float[][] padded = new float[answers.length][];
        for (int i = 0; i < answers.length; i++) {
            padded[i] = Arrays.copyOf(answers[i], 11);
        }
        return padded;
    }
}
