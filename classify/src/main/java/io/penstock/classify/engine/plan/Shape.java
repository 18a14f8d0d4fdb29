package io.penstock.classify.engine.plan;

import io.penstock.classify.digit.DigitClassifier;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * The size of what flows between two steps, for one glyph or line.
 *
 * @param channels feature maps; for a vector its length
 * @param height   rows of each map; 1 for a vector
 * @param width    columns of each map; 1 for a vector
 */
public record Shape(int channels, int height, int width) {

    /** What a network that tells digits apart takes. */
    public static final Shape GLYPH = new Shape(1, DigitClassifier.SIDE, DigitClassifier.SIDE);

    /** What a network that reads lines takes. */
    public static final Shape LINE = new Shape(1, DigitClassifier.LINE_HEIGHT, DigitClassifier.LINE_WIDTH);

    /** Returns what a network takes: one that answers column by column reads lines. */
    public static Shape inputOf(MultiLayerNetwork network) {
        return network.getOutputLayer().conf().getLayer() instanceof CnnLossLayer ? LINE : GLYPH;
    }

    static Shape vector(int length) {
        return new Shape(length, 1, 1);
    }

    /** Returns how many values that is. */
    public int size() {
        return channels * height * width;
    }

    /**
     * Returns pictures as a network takes them: one after the other, row by row, 0 paper to 1 ink.
     *
     * @param pictures {@link #size()} bytes each, 0 paper to 255 ink
     */
    public float[] values(List<byte[]> pictures) {
        int size = size();
        float[] values = new float[pictures.size() * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (pictures.get(i / size)[i % size] & 0xff) / 255f;
        }
        return values;
    }
}
