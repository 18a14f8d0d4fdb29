package io.penstock.classify.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.classify.engine.NativeBackend;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

class NetworkFileTest {

    private final MultiLayerNetwork network = network();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void aQuantizedNetworkIsWithinHalfAStepOfItsWeightsAndKeepsTheRest() throws IOException {
        MultiLayerNetwork restored = NetworkFile.restore(NetworkFile.quantized(network));
        try {
            for (Map.Entry<String, INDArray> parameter : network.paramTable().entrySet()) {
                INDArray difference = restored.getParam(parameter.getKey()).sub(parameter.getValue());
                double greatest = parameter.getValue().amaxNumber().doubleValue();
                double allowed = parameter.getKey().endsWith("_W") ? greatest / 127 / 2 * 1.001 : 0;
                assertThat(difference.amaxNumber().doubleValue()).as(parameter.getKey()).isLessThanOrEqualTo(allowed);
            }
        } finally {
            restored.close();
        }
    }

    @Test
    void zerosStayZero() throws IOException {
        network.getParam("0_W").assign(0);
        MultiLayerNetwork restored = NetworkFile.restore(NetworkFile.quantized(network));
        assertThat(restored.getParam("0_W").amaxNumber().doubleValue()).isZero();
        restored.close();
    }

    @Test
    void theSameWeightsAreTheSameBytesAndLoadingChangesNothingFurther() throws IOException {
        byte[] content = NetworkFile.quantized(network);
        MultiLayerNetwork restored = NetworkFile.restore(content);
        assertThat(NetworkFile.quantized(restored)).isEqualTo(content);
        assertThat(NetworkFile.isQuantized(content)).isTrue();
        restored.close();
    }

    @Test
    void aQuantizedFileIsAboutAQuarterOfTheFloats() {
        assertThat(NetworkFile.quantized(network).length).isLessThan((int) (network.numParams() * 4 * 0.35));
    }

    @Test
    void aFileThatEndsEarlyIsNoNetwork() {
        byte[] content = NetworkFile.quantized(network);
        assertThatThrownBy(() -> NetworkFile.restore(Arrays.copyOf(content, content.length / 2))).isInstanceOf(IOException.class);
    }

    private static MultiLayerNetwork network() {
        NativeBackend.prepare();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(3).list()
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(8).activation(Activation.RELU).build())
            .layer(new BatchNormalization())
            .layer(new DenseLayer.Builder().nOut(16).activation(Activation.RELU).build())
            .layer(new OutputLayer.Builder().nOut(10).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(28, 28, 1)).build());
        network.init();
        return network;
    }
}
