package io.penstock.classify.engine;

import static io.penstock.classify.engine.RandomNetworks.activation;
import static io.penstock.classify.engine.RandomNetworks.convolution;
import static io.penstock.classify.engine.RandomNetworks.dense;
import static io.penstock.classify.engine.RandomNetworks.dropout;
import static io.penstock.classify.engine.RandomNetworks.global;
import static io.penstock.classify.engine.RandomNetworks.maxPool;
import static io.penstock.classify.engine.RandomNetworks.network;
import static io.penstock.classify.engine.RandomNetworks.normalization;
import static io.penstock.classify.engine.RandomNetworks.pool;
import static io.penstock.classify.engine.RandomNetworks.same;
import static io.penstock.classify.engine.RandomNetworks.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.nd4j.linalg.activations.Activation.ELU;
import static org.nd4j.linalg.activations.Activation.IDENTITY;
import static org.nd4j.linalg.activations.Activation.RELU;
import static org.nd4j.linalg.activations.Activation.TANH;

import io.penstock.classify.DrawnGlyph;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.engine.onednn.OneDnnNetwork;
import io.penstock.classify.engine.plan.NetworkPlan;
import io.penstock.classify.engine.plan.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledIf("isOneDnnThere")
class EnginesTest {

    private static final int GLYPHS = 23;

    @BeforeAll
    static void prepare() {
        NativeBackend.prepare();
    }

    static Stream<Arguments> networks() {
        Layer averages = pool(SubsamplingLayer.PoolingType.AVG);
        return Stream.of(
            Arguments.of("cnn", 10, List.of(valid(3, 32, IDENTITY), normalization(), activation(RELU), valid(3, 32, RELU), maxPool(),
                dropout(), valid(3, 64, IDENTITY), normalization(), activation(RELU), valid(3, 64, RELU), maxPool(), dropout(),
                dense(256, RELU), dropout())),
            Arguments.of("lenet", 10, List.of(same(5, 6, TANH), averages, valid(5, 16, TANH), maxPool(), dense(120, TANH),
                dense(84, TANH))),
            Arguments.of("mlp", 10, List.of(dense(64, IDENTITY), normalization(), activation(TANH), dense(32, RELU))),
            Arguments.of("gate", 11, List.of(convolution(5, 2, 16, ConvolutionMode.Same, RELU), same(3, 24, IDENTITY), maxPool(),
                activation(RELU), valid(3, 32, RELU), dense(64, RELU))),
            Arguments.of("global average", 11, List.of(valid(5, 32, IDENTITY), maxPool(), activation(RELU), same(3, 48, RELU),
                same(3, 96, RELU), global(PoolingType.AVG), dropout())),
            Arguments.of("global maximum", 2, List.of(valid(7, 12, RELU), maxPool(), same(5, 24, TANH), global(PoolingType.MAX))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void ourEngineAnswersAsDeeplearning4jDoes(String name, int classes, List<Layer> layers) {
        float[] glyphs = glyphs();
        try (Dl4jNetwork theirs = new Dl4jNetwork(network(classes, layers), 16); OneDnnNetwork ours = compiled(classes, layers)) {
            float[][] expected = theirs.probabilities(glyphs);
            float[][] actual = ours.probabilities(glyphs);
            assertThat(actual).hasDimensions(GLYPHS, classes);
            for (int i = 0; i < GLYPHS; i++) {
                assertThat(actual[i]).as("glyph " + i).containsExactly(expected[i], within(1e-5f));
            }
        }
    }

    @Test
    void aNetworkThatReadsLinesAnswersFrameByFrameOnBothEngines() {
        MultiLayerNetwork network = RandomNetworks.lineNetwork(13);
        Random random = new Random(5);
        float[] lines = new float[3 * Shape.LINE.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = random.nextFloat();
        }
        NetworkPlan plan = NetworkPlan.of(network).orElseThrow();
        try (Dl4jNetwork theirs = new Dl4jNetwork(network, 2); OneDnnNetwork ours = OneDnnNetwork.of(plan, 16)) {
            float[][] expected = theirs.probabilities(lines);
            float[][] actual = ours.probabilities(lines);
            assertThat(actual).hasDimensions(3, 13 * DigitClassifier.FRAMES);
            for (int i = 0; i < actual.length; i++) {
                assertThat(actual[i]).as("line " + i).containsExactly(expected[i], within(1e-5f));
            }
        }
    }

    @Test
    void aNetworkMadeInOneThreadAnswersInAnother() {
        List<Layer> layers = List.of(same(3, 32, RELU), same(3, 32, RELU), maxPool(), dense(32, RELU));
        float[] glyphs = glyphs();
        try (OneDnnNetwork elsewhere = CompletableFuture.supplyAsync(() -> compiled(10, layers)).join();
             OneDnnNetwork here = compiled(10, layers)) {
            assertThat(elsewhere.probabilities(glyphs)).isDeepEqualTo(here.probabilities(glyphs));
        }
    }

    @Test
    void aLayerThatNoStepStandsForLeavesTheNetworkToDeeplearning4j() {
        assertThat(plan(10, List.of(valid(3, 8, ELU), maxPool()))).isEmpty();
        assertThat(plan(10, List.of(valid(3, 8, RELU), maxPool(), normalization()))).isEmpty();
    }

    private static OneDnnNetwork compiled(int classes, List<Layer> layers) {
        return OneDnnNetwork.of(plan(classes, layers).orElseThrow(), 16);
    }

    private static Optional<NetworkPlan> plan(int classes, List<Layer> layers) {
        MultiLayerNetwork network = network(classes, layers);
        try {
            return NetworkPlan.of(network);
        } finally {
            network.close();
        }
    }

    private static float[] glyphs() {
        Random random = new Random(3);
        float[] values = new float[GLYPHS * 784];
        byte[] four = DrawnGlyph.four();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(1, (four[i % 784] & 0xff) / 255f + random.nextFloat() * (i / 784) / GLYPHS);
        }
        return values;
    }

    static boolean isOneDnnThere() {
        return OneDnnNetwork.isAvailable();
    }
}
