package io.penstock.segment.field;

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
record Blob(int label, int x, int y, int width, int height, int area) {

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    double centreX() {
        return x + width / 2.0;
    }

    double centreY() {
        return y + height / 2.0;
    }

    int longSide() {
        return Math.max(width, height);
    }
}
