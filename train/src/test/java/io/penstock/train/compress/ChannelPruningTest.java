package io.penstock.train.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.classify.engine.NativeBackend;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.zoo.Architecture;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ChannelPruningTest {

    /** What is proved: with exactly the silent channels gone, every weight that stays is where it was, flattening included. */
    @ParameterizedTest
    @EnumSource(value = Architecture.class, mode = EnumSource.Mode.EXCLUDE, names = {"LINE", "LINE_DEEP"})
    void withoutChannelsThatAreSilentEveryNetworkAnswersAsBefore(Architecture architecture) {
        NativeBackend.prepare();
        MultiLayerNetwork network = architecture.create(5);
        stir(network);
        Map<Integer, double[]> importance = silenceEveryOther(network);
        MultiLayerNetwork smaller = new ChannelPruning(0.5).apply(network, importance);
        try (INDArray images = Nd4j.rand(3, 1, 28, 28); INDArray before = network.output(images); INDArray after = smaller.output(images)) {
            assertThat(smaller.numParams()).isLessThan((long) (network.numParams() * 0.6));
            assertThat(after.sub(before).amaxNumber().doubleValue()).isCloseTo(0, within(1e-4));
        } finally {
            network.close();
            smaller.close();
        }
    }

    @Test
    void halfOfTheChannelsIsAboutAQuarterOfTheWeights() {
        NativeBackend.prepare();
        MultiLayerNetwork network = Architecture.CNN.create(1);
        MultiLayerNetwork half = NetworkWidth.scaled(network.getLayerWiseConfigurations(), 0.5);
        assertThat(half.numParams()).isBetween(network.numParams() / 5, network.numParams() / 3);
        assertThat(half.getParam("0_W").shape()).containsExactly(16, 1, 3, 3);
        network.close();
        half.close();
    }

    @ParameterizedTest
    @EnumSource(Importance.class)
    void aChannelThatDoesNothingIsTheLeastImportant(Importance importance) {
        NativeBackend.prepare();
        MultiLayerNetwork network = Architecture.GATE.create(5);
        silence(network.getParam("0_W"), 3);
        Map<Integer, double[]> measured = importance.measure(network, noise());
        double[] first = measured.get(0);
        assertThat(first[3]).isEqualTo(Arrays.stream(first).min().orElseThrow());
        assertThat(Arrays.stream(first).filter(value -> value > first[3]).count()).isEqualTo(first.length - 1);
        network.close();
    }

    /** The loss does not change with the length of weights before a normalization: there, gradient times weight alone says nothing. */
    @Test
    void importanceByGradientsTellsChannelsBeforeANormalizationApart() {
        NativeBackend.prepare();
        MultiLayerNetwork network = Architecture.CNN.create(5);
        Channels normalized = Channels.of(network.getLayerWiseConfigurations()).get(0);
        int normalization = normalized.normalizations().get(0);
        silence(network.getParam(normalization + "_gamma"), 7);
        double[] first = Importance.TAYLOR.measure(network, noise()).get(normalized.layer());
        assertThat(first[7]).isZero();
        assertThat(Arrays.stream(first).filter(value -> value > 0).count()).isGreaterThan(first.length / 2);
        network.close();
    }

    private static void stir(MultiLayerNetwork network) {
        SplittableRandom random = new SplittableRandom(9);
        network.paramTable().forEach((name, parameter) -> {
            if (!name.endsWith("_W")) {
                for (int i = 0; i < parameter.length(); i++) {
                    parameter.putScalar(i, random.nextDouble(0.5, 1.5));
                }
            }
        });
    }

    private static Map<Integer, double[]> silenceEveryOther(MultiLayerNetwork network) {
        Map<Integer, double[]> importance = new HashMap<>();
        for (Channels channels : Channels.of(network.getLayerWiseConfigurations())) {
            double[] worth = new double[channels.count()];
            int kept = NetworkWidth.rounded(worth.length, 0.5);
            for (int channel = 0; channel < worth.length; channel++) {
                // every other one, then from the end as many as the rounding leaves no room for
                boolean silent = channel % 2 == 0 || worth.length - channel <= 2 * (worth.length / 2 - kept);
                worth[channel] = silent ? 0 : 1;
                if (silent) {
                    silence(network, channels, channel);
                }
            }
            importance.put(channels.layer(), worth);
        }
        return importance;
    }

    private static void silence(MultiLayerNetwork network, Channels channels, int channel) {
        List<String> parameters = channels.normalizations().isEmpty() ? List.of(channels.layer() + "_W", channels.layer() + "_b")
            : List.of(channels.normalizations().get(0) + "_gamma", channels.normalizations().get(0) + "_beta");
        parameters.forEach(name -> silence(network.getParam(name), channel));
    }

    private static void silence(INDArray parameter, int channel) {
        Weights weights = Weights.of(parameter);
        for (int i = 0; i < weights.values().length; i++) {
            weights.values()[i] = weights.output(i) == channel ? 0 : weights.values()[i];
        }
        weights.assignTo(parameter);
    }

    private static DigitSet noise() {
        SplittableRandom random = new SplittableRandom(4);
        byte[][] images = new byte[64][DigitSet.PIXELS];
        byte[] labels = new byte[64];
        for (int i = 0; i < images.length; i++) {
            random.nextBytes(images[i]);
            labels[i] = (byte) (i % 10);
        }
        return new DigitSet(images, labels);
    }
}
