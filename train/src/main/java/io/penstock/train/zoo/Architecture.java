package io.penstock.train.zoo;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A network that can be trained, by its name. Input: 1×28×28, 0 is paper and 1 is ink; output: a softmax over its classes. */
public enum Architecture {

    /** The seed network: four convolutions of 3×3, two of them normalized, and a dense layer; 330,346 parameters, ten digits. */
    CNN("cnn", 10) {
        @Override
        MultiLayerConfiguration configuration(long seed) {
            return builder(seed).list()
                .layer(convolution(32, Activation.IDENTITY)).layer(new BatchNormalization()).layer(relu())
                .layer(convolution(32, Activation.RELU)).layer(maxPool()).layer(new DropoutLayer(0.75))
                .layer(convolution(64, Activation.IDENTITY)).layer(new BatchNormalization()).layer(relu())
                .layer(convolution(64, Activation.RELU)).layer(maxPool()).layer(new DropoutLayer(0.75))
                .layer(new DenseLayer.Builder().nOut(256).activation(Activation.RELU).build()).layer(new DropoutLayer(0.5))
                .layer(softmax(classes()))
                .setInputType(InputType.convolutional(SIDE, SIDE, 1))
                .build();
        }
    },

    /** A small network that tells digits (class 0) from what is not a digit (class 1). */
    REJECT("reject", 2) {
        @Override
        MultiLayerConfiguration configuration(long seed) {
            return builder(seed).list()
                .layer(convolution(12, Activation.RELU)).layer(maxPool())
                .layer(convolution(24, Activation.RELU)).layer(maxPool())
                .layer(convolution(32, Activation.RELU)).layer(new DropoutLayer(0.8))
                .layer(new DenseLayer.Builder().nOut(64).activation(Activation.RELU).build())
                .layer(softmax(classes()))
                .setInputType(InputType.convolutional(SIDE, SIDE, 1))
                .build();
        }
    };

    private static final int SIDE = 28;

    private final String id;
    private final int classes;

    Architecture(String id, int classes) {
        this.id = id;
        this.classes = classes;
    }

    /** Returns the name on the command line and in model records. */
    public String id() {
        return id;
    }

    /** Returns how many classes the softmax has. */
    public int classes() {
        return classes;
    }

    /** Returns a new network whose weights are drawn by a seed; the caller closes it. */
    public MultiLayerNetwork create(long seed) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration(seed));
        network.init();
        return network;
    }

    abstract MultiLayerConfiguration configuration(long seed);

    private static NeuralNetConfiguration.Builder builder(long seed) {
        return new NeuralNetConfiguration.Builder().seed(seed).updater(new Adam(1e-3)).weightInit(WeightInit.RELU);
    }

    private static ConvolutionLayer convolution(int channels, Activation activation) {
        return new ConvolutionLayer.Builder(3, 3).nOut(channels).activation(activation).build();
    }

    private static ActivationLayer relu() {
        return new ActivationLayer(Activation.RELU);
    }

    private static SubsamplingLayer maxPool() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2}).build();
    }

    private static OutputLayer softmax(int classes) {
        return new OutputLayer.Builder(LossFunction.MCXENT).nOut(classes).activation(Activation.SOFTMAX)
            .weightInit(WeightInit.XAVIER).build();
    }
}
