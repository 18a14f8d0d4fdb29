package io.penstock.train.compress;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Takes whole channels out of a network: the weights that make them, their batch normalization, and the weights that read them.
 *
 * @param share share (0 to 1, exclusive) of the channels of every hidden layer that goes
 */
public record ChannelPruning(double share) {

    /**
     * Returns a smaller network with the weights of the channels that stay, in their order; the caller closes it.
     *
     * @param network    stays as it is
     * @param importance for each layer that makes channels, by its number, how much each is worth; the least go
     */
    public MultiLayerNetwork apply(MultiLayerNetwork network, Map<Integer, double[]> importance) {
        Map<Integer, int[]> kept = new HashMap<>();
        List<Channels> all = Channels.of(network.getLayerWiseConfigurations());
        for (Channels channels : all) {
            kept.put(channels.layer(), best(importance.get(channels.layer()), NetworkWidth.rounded(channels.count(), 1 - share)));
        }
        MultiLayerNetwork smaller = NetworkWidth.withCounts(network.getLayerWiseConfigurations(),
            channels -> kept.get(channels.layer()).length);
        copy(network, smaller, all, kept);
        return smaller;
    }

    private static int[] best(double[] importance, int count) {
        return IntStream.range(0, importance.length).boxed()
            .sorted(Comparator.comparingDouble((Integer channel) -> importance[channel]).reversed())
            .limit(Math.min(count, importance.length)).mapToInt(Integer::intValue).sorted().toArray();
    }

    private static void copy(MultiLayerNetwork from, MultiLayerNetwork to, List<Channels> all, Map<Integer, int[]> kept) {
        Map<Integer, int[]> outputs = new HashMap<>();
        Map<Integer, int[]> inputs = new HashMap<>();
        for (Channels channels : all) {
            int[] stay = kept.get(channels.layer());
            outputs.put(channels.layer(), stay);
            channels.normalizations().forEach(layer -> outputs.put(layer, stay));
            inputs.put(channels.reader(), expanded(stay, channels.values()));
        }
        for (Map.Entry<String, INDArray> parameter : to.paramTable().entrySet()) {
            int layer = Integer.parseInt(parameter.getKey().substring(0, parameter.getKey().indexOf('_')));
            Weights selected = Weights.of(from.getParam(parameter.getKey()));
            if (outputs.containsKey(layer)) {
                selected = selected.select(selected.outputAxis(), outputs.get(layer));
            }
            if (inputs.containsKey(layer) && selected.inputAxis() >= 0) {
                selected = selected.select(selected.inputAxis(), inputs.get(layer));
            }
            selected.assignTo(parameter.getValue());
        }
    }

    /** A feature map is flattened channel by channel, so the values of one stand together. */
    private static int[] expanded(int[] channels, int values) {
        return IntStream.of(channels).flatMap(channel -> IntStream.range(channel * values, (channel + 1) * values)).toArray();
    }
}
