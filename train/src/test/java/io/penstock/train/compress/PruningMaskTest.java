package io.penstock.train.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.classify.engine.NativeBackend;
import io.penstock.train.zoo.Architecture;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PruningMaskTest {

    private final MultiLayerNetwork network = network();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void theLeastWeightsOfTheWholeNetworkGo() {
        double greatest = network.getParam("0_W").amaxNumber().doubleValue();
        try (PruningMask mask = PruningMask.ofLeast(network, 0.8)) {
            mask.apply(network);
        }
        assertThat(zeros()).isCloseTo(0.8, within(0.001));
        assertThat(network.getParam("0_W").amaxNumber().doubleValue()).isEqualTo(greatest);
    }

    @Test
    void whatIsZeroStaysZeroWhileTheNetworkLearnsOn() {
        double before;
        try (PruningMask mask = PruningMask.ofLeast(network, 0.6);
             INDArray images = Nd4j.rand(16, 1, 28, 28); INDArray labels = Nd4j.zeros(16, 2)) {
            labels.getColumn(1).assign(1);
            mask.apply(network);
            before = network.getParam("0_W").sumNumber().doubleValue();
            network.setListeners(mask);
            for (int i = 0; i < 3; i++) {
                network.fit(images, labels);
            }
        }
        assertThat(zeros()).isCloseTo(0.6, within(0.001));
        assertThat(network.getParam("0_W").sumNumber().doubleValue()).isNotEqualTo(before);
    }

    private double zeros() {
        long all = 0;
        long zeros = 0;
        for (String name : network.paramTable().keySet()) {
            if (name.endsWith("_W")) {
                float[] values = Weights.of(network.getParam(name)).values();
                all += values.length;
                for (float value : values) {
                    zeros += value == 0 ? 1 : 0;
                }
            }
        }
        return zeros / (double) all;
    }

    private static MultiLayerNetwork network() {
        NativeBackend.prepare();
        return Architecture.GATE.create(2, 2);
    }
}
