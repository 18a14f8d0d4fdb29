package io.penstock.classify.engine;

import io.penstock.classify.digit.DigitClassifier;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks with every kind of layer, their weights drawn at random. */
public final class RandomNetworks {

    private RandomNetworks() {
    }

    static Layer convolution(int side, int stride, int channels, ConvolutionMode mode, Activation activation) {
        return new ConvolutionLayer.Builder(side, side).stride(stride, stride).nOut(channels).convolutionMode(mode).activation(activation)
            .build();
    }

    static Layer valid(int side, int channels, Activation activation) {
        return convolution(side, 1, channels, ConvolutionMode.Truncate, activation);
    }

    static Layer same(int side, int channels, Activation activation) {
        return convolution(side, 1, channels, ConvolutionMode.Same, activation);
    }

    static Layer pool(SubsamplingLayer.PoolingType type) {
        return new SubsamplingLayer.Builder(type, new int[] {2, 2}, new int[] {2, 2}).build();
    }

    static Layer maxPool() {
        return pool(SubsamplingLayer.PoolingType.MAX);
    }

    static Layer activation(Activation activation) {
        return new ActivationLayer(activation);
    }

    static Layer global(PoolingType type) {
        return new GlobalPoolingLayer(type);
    }

    static Layer normalization() {
        return new BatchNormalization();
    }

    static Layer dropout() {
        return new DropoutLayer(0.5);
    }

    public static Layer dense(int units, Activation activation) {
        return new DenseLayer.Builder().nOut(units).activation(activation).build();
    }

    /** Adds the softmax. */
    public static MultiLayerNetwork network(int classes, List<Layer> hidden) {
        NeuralNetConfiguration.ListBuilder builder = new NeuralNetConfiguration.Builder().seed(7).weightInit(WeightInit.RELU).list();
        hidden.forEach(builder::layer);
        builder.layer(new OutputLayer.Builder().nOut(classes).activation(Activation.SOFTMAX).build());
        MultiLayerNetwork network = new MultiLayerNetwork(builder.setInputType(InputType.convolutional(28, 28, 1)).build());
        network.init();
        network.paramTable().forEach((name, parameter) -> shake(name, parameter));
        return network;
    }

    /** A small network that answers a line frame by frame. */
    static MultiLayerNetwork lineNetwork(int classes) {
        List<Layer> layers = List.of(same(5, 8, Activation.IDENTITY), maxPool(), activation(Activation.RELU),
            same(3, 16, Activation.IDENTITY), normalization(), lower(8), activation(Activation.RELU),
            new ConvolutionLayer.Builder(2, 3).stride(2, 1).convolutionMode(ConvolutionMode.Same).nOut(20)
                .activation(Activation.RELU).build(), dropout(),
            new ConvolutionLayer.Builder(1, 1).nOut(classes).activation(Activation.IDENTITY).build(),
            new CnnLossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build());
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(7).weightInit(WeightInit.RELU)
            .list(layers.toArray(Layer[]::new)).setInputType(InputType.convolutional(DigitClassifier.LINE_HEIGHT,
                DigitClassifier.LINE_WIDTH, 1)).build());
        network.init();
        network.paramTable().forEach((name, parameter) -> shake(name, parameter));
        return network;
    }

    private static Layer lower(int rows) {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {rows, 1}, new int[] {rows, 1}).build();
    }

    /** Biases, means and variances of a new network are all 0 or 1, which hides mistakes. */
    private static void shake(String name, INDArray parameter) {
        if (!name.endsWith("_W")) {
            Random random = new Random(name.hashCode());
            float[] values = new float[(int) parameter.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.5f + random.nextFloat();
            }
            parameter.assign(Nd4j.create(values, parameter.shape()));
        }
    }
}
