package io.penstock.segment.ink;

/**
 * A connected piece of ink, pixels of its patch.
 *
 * @param label  its number in the label image
 * @param x      left edge
 * @param y      top edge
 * @param width  width
 * @param height height
 * @param area   pixels of ink
 */
public record Blob(int label, int x, int y, int width, int height, int area) {

    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2.0;
    }

    public double centreY() {
        return y + height / 2.0;
    }

    public int longSide() {
        return Math.max(width, height);
    }
}
