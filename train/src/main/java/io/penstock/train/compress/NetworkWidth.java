package io.penstock.train.compress;

import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Makes networks like another one, but with other numbers of channels. */
public final class NetworkWidth {

    private static final int VECTOR = 8;

    private NetworkWidth() {
    }

    /** Returns an untrained network with {@code factor} times as many channels in every hidden layer; the caller closes it. */
    public static MultiLayerNetwork scaled(MultiLayerConfiguration network, double factor) {
        return withCounts(network, channels -> rounded(channels.count(), factor));
    }

    /** Returns an untrained network whose hidden layers have as many channels as {@code count} says. */
    static MultiLayerNetwork withCounts(MultiLayerConfiguration network, ToIntFunction<Channels> count) {
        Map<Channels, Integer> counts = Channels.of(network).stream().collect(Collectors.toMap(one -> one, count::applyAsInt));
        MultiLayerConfiguration other = network.clone();
        counts.forEach((channels, to) -> set(other, channels, to));
        MultiLayerNetwork made = new MultiLayerNetwork(other);
        made.init();
        return made;
    }

    /** Returns how many of {@code count} channels a share is: at least one, and a multiple of eight from sixteen on (vector registers). */
    static int rounded(int count, double factor) {
        double wanted = count * factor;
        return wanted >= 2 * VECTOR ? (int) Math.round(wanted / VECTOR) * VECTOR : (int) Math.max(1, Math.round(wanted));
    }

    private static void set(MultiLayerConfiguration network, Channels channels, int count) {
        layer(network, channels.layer()).setNOut(count);
        for (int normalization : channels.normalizations()) {
            layer(network, normalization).setNIn(count);
            layer(network, normalization).setNOut(count);
        }
        layer(network, channels.reader()).setNIn((long) count * channels.values());
        for (int i = channels.layer() + 1; i <= channels.reader(); i++) {
            InputPreProcessor before = network.getInputPreProcess(i);
            if (before instanceof CnnToFeedForwardPreProcessor flattening) {
                flattening.setNumChannels(count);
            }
        }
    }

    private static FeedForwardLayer layer(MultiLayerConfiguration network, int number) {
        return (FeedForwardLayer) network.getConf(number).getLayer();
    }
}
