package io.penstock.classify.ensemble;

import io.penstock.classify.engine.plan.Shape;
import java.util.stream.DoubleStream;

/**
 * How far writing leans: each row of a glyph or line is moved sideways by its distance from the middle row, between two pixels linearly,
 * and what leaves the image is lost.
 *
 * @param columns columns a row, positive to the right at the top
 */
public record Slant(double columns) {

    /**
     * Returns how an ensemble looks at a glyph: as it is, and where {@code columns} is above 0, leaning as much to the left and the right.
     */
    public static Slant[] views(double columns) {
        double[] all = columns == 0 ? new double[] {0} : new double[] {0, -columns, columns};
        return DoubleStream.of(all).mapToObj(Slant::new).toArray(Slant[]::new);
    }

    /** Returns slanted glyphs, each of 28×28 values row by row; the same array where nothing is slanted. */
    public float[] of(float[] glyphs) {
        return of(glyphs, Shape.GLYPH);
    }

    /** Returns slanted images of a shape, row by row; the same array where nothing is slanted. */
    float[] of(float[] images, Shape shape) {
        if (columns == 0) {
            return images;
        }
        float[] slanted = new float[images.length];
        double middle = (shape.height() - 1) / 2.0;
        for (int row = 0; row < images.length / shape.width(); row++) {
            move(images, slanted, row * shape.width(), shape.width(), columns * (row % shape.height() - middle));
        }
        return slanted;
    }

    private static void move(float[] images, float[] slanted, int start, int width, double by) {
        int whole = (int) Math.floor(by);
        float part = (float) (by - whole);
        for (int column = 0; column < width; column++) {
            int from = column + whole;
            slanted[start + column] = (1 - part) * at(images, start, width, from) + part * at(images, start, width, from + 1);
        }
    }

    private static float at(float[] images, int start, int width, int column) {
        return column < 0 || column >= width ? 0 : images[start + column];
    }
}
