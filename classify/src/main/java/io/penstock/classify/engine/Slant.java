package io.penstock.classify.engine;

import io.penstock.classify.DigitClassifier;
import java.util.stream.DoubleStream;

/**
 * How far writing leans: each row of a glyph is moved sideways by its distance from the middle row, between two pixels linearly, and what
 * leaves the glyph is lost.
 *
 * @param columns columns a row, positive to the right at the top
 */
public record Slant(double columns) {

    private static final double MIDDLE = (DigitClassifier.SIDE - 1) / 2.0;

    /** Returns how an ensemble looks at a glyph: as it is, and where {@code columns} is above 0, leaning as much to the left and the right. */
    public static Slant[] views(double columns) {
        double[] all = columns == 0 ? new double[] {0} : new double[] {0, -columns, columns};
        return DoubleStream.of(all).mapToObj(Slant::new).toArray(Slant[]::new);
    }

    /** Returns slanted images, each of 28×28 values row by row; the same array where nothing is slanted. */
    public float[] of(float[] images) {
        if (columns == 0) {
            return images;
        }
        float[] slanted = new float[images.length];
        for (int row = 0; row < images.length / DigitClassifier.SIDE; row++) {
            move(images, slanted, row * DigitClassifier.SIDE, columns * (row % DigitClassifier.SIDE - MIDDLE));
        }
        return slanted;
    }

    private static void move(float[] images, float[] slanted, int start, double by) {
        int whole = (int) Math.floor(by);
        float part = (float) (by - whole);
        for (int column = 0; column < DigitClassifier.SIDE; column++) {
            int from = column + whole;
            slanted[start + column] = (1 - part) * at(images, start, from) + part * at(images, start, from + 1);
        }
    }

    private static float at(float[] images, int start, int column) {
        return column < 0 || column >= DigitClassifier.SIDE ? 0 : images[start + column];
    }
}
