package io.penstock.train.compress;

import io.penstock.classify.engine.plan.Shape;
import io.penstock.synth.digit.DigitSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How it is told which channels matter. */
public enum Importance {

    /** A channel is worth the sum of its weights' magnitudes. */
    L1("l1") {
        @Override
        Map<Integer, double[]> measure(MultiLayerNetwork network, DigitSet digits) {
            Map<Integer, double[]> importance = new HashMap<>();
            for (Channels channels : Channels.of(network.getLayerWiseConfigurations())) {
                Weights weights = Weights.of(network.getParam(channels.layer() + "_W"));
                double[] sums = new double[channels.count()];
                for (int i = 0; i < weights.values().length; i++) {
                    sums[weights.output(i)] += Math.abs(weights.values()[i]);
                }
                importance.put(channels.layer(), sums);
            }
            return importance;
        }
    },

    /**
     * A channel is worth what the loss would change by without it, to first order: the square of gradient times weight, added over its
     * weights, summed over batches. Where batch normalization follows, its scale and shift stand for the channel: the loss does not
     * change with the length of the weights before it, so that their own sum would always be zero.
     */
    TAYLOR("taylor") {
        @Override
        Map<Integer, double[]> measure(MultiLayerNetwork network, DigitSet digits) {
            List<Channels> all = Channels.of(network.getLayerWiseConfigurations());
            Map<Integer, double[]> importance = new HashMap<>();
            all.forEach(channels -> importance.put(channels.layer(), new double[channels.count()]));
            for (int from = 0; from + BATCH <= digits.size(); from += BATCH) {
                differentiate(network, digits, from);
                for (Channels channels : all) {
                    addSquares(importance.get(channels.layer()), change(network, channels));
                }
            }
            return importance;
        }
    };

    /** Few, so that what a channel does for one kind of digit is not hidden by what it does to the others. */
    private static final int BATCH = 32;

    private final String id;

    Importance(String id) {
        this.id = id;
    }

    /** Returns the name on the command line and in model records. */
    public String id() {
        return id;
    }

    /**
     * Returns for each layer that makes channels, by its number, how much each channel is worth.
     *
     * @param digits training digits that show it, where it is measured on any
     */
    abstract Map<Integer, double[]> measure(MultiLayerNetwork network, DigitSet digits);

    private static double[] change(MultiLayerNetwork network, Channels channels) {
        List<String> parameters = channels.normalizations().isEmpty() ? List.of(channels.layer() + "_W", channels.layer() + "_b")
            : List.of(channels.normalizations().get(0) + "_gamma", channels.normalizations().get(0) + "_beta");
        double[] change = new double[channels.count()];
        Gradient gradient = network.gradient();
        for (String parameter : parameters) {
            INDArray slope = gradient.gradientForVariable().get(parameter);
            Weights slopes = Weights.of(slope);
            Weights weights = Weights.of(network.getParam(parameter));
            for (int i = 0; i < weights.values().length; i++) {
                change[weights.output(i)] += (double) weights.values()[i] * slopes.values()[i];
            }
        }
        return change;
    }

    private static void differentiate(MultiLayerNetwork network, DigitSet digits, int from) {
        float[] pixels = Shape.GLYPH.values(Arrays.asList(digits.images()).subList(from, from + BATCH));
        int classes = network.layerSize(network.getnLayers() - 1);
        float[] classOf = new float[BATCH * classes];
        for (int i = 0; i < BATCH; i++) {
            classOf[i * classes + digits.labels()[from + i]] = 1;
        }
        try (INDArray features = Nd4j.create(pixels, new int[] {BATCH, 1, 28, 28});
             INDArray labels = Nd4j.create(classOf, new int[] {BATCH, classes})) {
            network.setInput(features);
            network.setLabels(labels);
            network.computeGradientAndScore();
            network.clear();
        }
    }

    private static void addSquares(double[] sums, double[] changes) {
        Arrays.setAll(sums, i -> sums[i] + changes[i] * changes[i]);
    }
}
