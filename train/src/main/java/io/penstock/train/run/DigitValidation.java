package io.penstock.train.run;

import io.penstock.classify.engine.plan.Shape;
import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Labelled digits that a network is measured on.
 *
 * @param images 784 bytes each, 0 is paper and 255 is ink
 * @param labels class of each, as many as images
 */
public record DigitValidation(byte[][] images, byte[] labels) implements Validation {

    private static final int CHUNK = 250;
    private static final double LEAST = 1e-12;

    @Override
    public Score score(MultiLayerNetwork network) {
        int right = 0;
        double loss = 0;
        for (int from = 0; from < images.length; from += CHUNK) {
            float[][] outputs = outputs(network, from, Math.min(images.length, from + CHUNK));
            for (int i = 0; i < outputs.length; i++) {
                int label = labels[from + i];
                right += argmax(outputs[i]) == label ? 1 : 0;
                loss -= Math.log(Math.max(LEAST, outputs[i][label]));
            }
        }
        return new Score(right / (double) images.length, loss / images.length);
    }

    private float[][] outputs(MultiLayerNetwork network, int from, int to) {
        float[] features = Shape.GLYPH.values(Arrays.asList(images).subList(from, to));
        try (INDArray input = Nd4j.create(features, new int[] {to - from, 1, 28, 28}); INDArray output = network.output(input)) {
            return output.toFloatMatrix();
        }
    }

    private static int argmax(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
