package io.penstock.classify.engine;

import io.penstock.classify.engine.plan.Shape;
import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network that Deeplearning4j runs, layer by layer as it was trained: on every platform, with every layer, at half the speed or less. */
public final class Dl4jNetwork implements Network {

    private final MultiLayerNetwork network;
    private final int batch;

    /** Takes over {@code network}; answers {@code batch} glyphs at once. */
    public Dl4jNetwork(MultiLayerNetwork network, int batch) {
        this.network = network;
        this.batch = batch;
    }

    @Override
    public float[][] probabilities(float[] glyphs) {
        Shape in = Shape.inputOf(network);
        float[][] distributions = new float[glyphs.length / in.size()][];
        for (int from = 0; from < distributions.length; from += batch) {
            int to = Math.min(distributions.length, from + batch);
            float[] some = Arrays.copyOfRange(glyphs, from * in.size(), to * in.size());
            try (INDArray images = Nd4j.create(some, new int[] {to - from, 1, in.height(), in.width()});
                 INDArray output = network.output(images); INDArray flat = output.dup('c')) {
                float[] values = flat.data().asFloat();
                int size = values.length / (to - from);
                for (int i = from; i < to; i++) {
                    distributions[i] = Arrays.copyOfRange(values, (i - from) * size, (i - from + 1) * size);
                }
            }
        }
        return distributions;
    }

    @Override
    public void close() {
        network.close();
    }
}
