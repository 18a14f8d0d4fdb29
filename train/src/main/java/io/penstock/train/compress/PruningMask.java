package io.penstock.train.compress;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Which weights of a network are zero and stay zero: as a listener of a training it sets them to zero again after each step.
 *
 * <p>Owns native memory. Biases and batch normalization are never pruned.
 */
final class PruningMask extends BaseTrainingListener implements AutoCloseable {

    private final Map<String, INDArray> kept;

    private PruningMask(Map<String, INDArray> kept) {
        this.kept = kept;
    }

    /**
     * Returns the mask that prunes the weights of the least magnitude over the whole network.
     *
     * @param share share (0 to 1, exclusive) of all weights that goes
     */
    static PruningMask ofLeast(MultiLayerNetwork network, double share) {
        Map<String, Weights> weights = new HashMap<>();
        network.paramTable().forEach((name, parameter) -> {
            if (name.endsWith("_W")) {
                weights.put(name, Weights.of(parameter));
            }
        });
        double threshold = quantile(weights, share);
        Map<String, INDArray> kept = new HashMap<>();
        weights.forEach((name, parameter) -> {
            float[] mask = new float[parameter.values().length];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = Math.abs(parameter.values()[i]) > threshold ? 1 : 0;
            }
            kept.put(name, Nd4j.create(mask, parameter.shape(), 'c'));
        });
        return new PruningMask(kept);
    }

    /** Sets the pruned weights of a network to zero. */
    void apply(MultiLayerNetwork network) {
        kept.forEach((name, mask) -> network.getParam(name).muli(mask));
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        apply((MultiLayerNetwork) model);
    }

    @Override
    public void close() {
        kept.values().forEach(INDArray::close);
    }

    private static double quantile(Map<String, Weights> weights, double share) {
        double[] magnitudes = weights.values().stream()
            .flatMapToDouble(one -> IntStream.range(0, one.values().length).mapToDouble(i -> Math.abs(one.values()[i]))).sorted()
            .toArray();
        int pruned = (int) Math.round(share * magnitudes.length);
        return pruned == 0 ? -1 : magnitudes[pruned - 1];
    }
}
