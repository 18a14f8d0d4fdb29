package io.penstock.train.zoo;

import org.deeplearning4j.nn.conf.ConvolutionMode;
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
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The layers that the networks of the zoo are made of; each call makes a new one, for a configuration takes hold of its layers. */
final class Layers {

    private Layers() {
    }

    /** A square convolution without padding. */
    static Layer valid(int side, int channels, Activation activation) {
        return new ConvolutionLayer.Builder(side, side).nOut(channels).activation(activation).build();
    }

    /** A square convolution whose result is as large as its input divided by the stride. */
    static Layer same(int side, int stride, int channels, Activation activation) {
        return new ConvolutionLayer.Builder(side, side).stride(stride, stride).convolutionMode(ConvolutionMode.Same).nOut(channels)
            .activation(activation).build();
    }

    /** A convolution along the rows whose result is as large as its input. */
    static Layer along(int columns, int channels, Activation activation) {
        return new ConvolutionLayer.Builder(1, columns).convolutionMode(ConvolutionMode.Same).nOut(channels).activation(activation).build();
    }

    /** A convolution that makes some rows one. */
    static Layer column(int rows, int columns, int channels) {
        return new ConvolutionLayer.Builder(rows, columns).stride(rows, 1).convolutionMode(ConvolutionMode.Same).nOut(channels)
            .activation(Activation.IDENTITY).build();
    }

    /** A square convolution whose result is as large as its input. */
    static Layer same(int side, int channels, Activation activation) {
        return same(side, 1, channels, activation);
    }

    static Layer normalization() {
        return new BatchNormalization();
    }

    static Layer relu() {
        return new ActivationLayer(Activation.RELU);
    }

    /** The greatest of each 2×2 block. */
    static Layer maxPool() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2}).build();
    }

    /** The greater of each two rows. */
    static Layer halfHeight() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 1}, new int[] {2, 1}).build();
    }

    /** The mean of each channel. */
    static Layer globalAverage() {
        return new GlobalPoolingLayer(PoolingType.AVG);
    }

    static Layer dense(int units) {
        return new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build();
    }

    /** Keeps each value with a probability while training. */
    static Layer keep(double probability) {
        return new DropoutLayer(probability);
    }

    /** A softmax for each frame under a loss over all of them. */
    static Layer framewise(ILossFunction loss) {
        return new CnnLossLayer.Builder(loss).activation(Activation.SOFTMAX).build();
    }

    static Layer softmax(int classes) {
        return new OutputLayer.Builder(LossFunction.MCXENT).nOut(classes).activation(Activation.SOFTMAX)
            .weightInit(WeightInit.XAVIER).build();
    }
}
