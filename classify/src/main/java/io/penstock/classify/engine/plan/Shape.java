package io.penstock.classify.engine.plan;

/**
 * The size of what flows between two steps, for one glyph.
 *
 * @param channels feature maps; for a vector its length
 * @param height   rows of each map; 1 for a vector
 * @param width    columns of each map; 1 for a vector
 */
public record Shape(int channels, int height, int width) {

    static final Shape GLYPH = new Shape(1, 28, 28);

    static Shape vector(int length) {
        return new Shape(length, 1, 1);
    }

    /** Returns how many values that is. */
    public int size() {
        return channels * height * width;
    }
}
