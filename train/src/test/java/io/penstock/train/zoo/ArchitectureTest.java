package io.penstock.train.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.engine.plan.Shape;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ArchitectureTest {

    @BeforeAll
    static void prepare() {
        NativeBackend.prepare();
    }

    @Test
    void theSeedNetworkHasItsParameters() {
        assertThat(parameters(Architecture.CNN)).isEqualTo(330_346);
    }

    @Test
    void theGateTakesFewMultiplications() {
        assertThat(NetworkSummary.of(Architecture.GATE, 11).multiplications()).isLessThan(1_000_000);
    }

    @Test
    void aSummaryNamesEachLayerWithItsShapeAndParameters() {
        NetworkSummary summary = NetworkSummary.of(Architecture.WIDE5, 11);
        assertThat(summary.rows().get(0)).isEqualTo(new NetworkSummary.Row("Convolution 5×5", "32×24×24", 832, 460_800));
        assertThat(summary.rows().get(1).shape()).isEqualTo("32×12×12");
        assertThat(summary.rows()).last().isEqualTo(new NetworkSummary.Row("Output", "11", 128 * 11 + 11, 128 * 11));
        assertThat(summary.rows().stream().mapToLong(NetworkSummary.Row::parameters).sum()).isEqualTo(summary.parameters());
        assertThat(summary.text()).contains("Max pooling 2×2");
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void eachNetworkAnswersWithAsManyClassesAsAskedFor(Architecture architecture) {
        MultiLayerNetwork network = architecture.create(1, 11);
        Shape in = architecture.input();
        long frames = in.equals(Shape.LINE) ? DigitClassifier.FRAMES : 1;
        try (INDArray images = Nd4j.rand(DataType.FLOAT, 2, 1, in.height(), in.width()); INDArray output = network.output(images)) {
            assertThat(output.shape()).startsWith(2, 11);
            assertThat(output.length()).isEqualTo(2 * 11 * frames);
            assertThat(output.sumNumber().doubleValue()).isCloseTo(2.0 * frames, within(1e-3));
        } finally {
            network.close();
        }
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        MultiLayerNetwork first = Architecture.GATE.create(3);
        MultiLayerNetwork second = Architecture.GATE.create(3);
        assertThat(first.params()).isEqualTo(second.params());
        first.close();
        second.close();
    }

    private static long parameters(Architecture architecture) {
        MultiLayerNetwork network = architecture.create(1);
        try {
            return network.numParams();
        } finally {
            network.close();
        }
    }
}
