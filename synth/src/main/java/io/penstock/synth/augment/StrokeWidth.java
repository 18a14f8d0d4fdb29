package io.penstock.synth.augment;

/** Makes the strokes of a 28 by 28 image thicker or thinner by up to about a pixel on each side: grey dilation and erosion. */
final class StrokeWidth {

    private static final int SIDE = 28;

    private StrokeWidth() {
    }

    /**
     * Returns the image with its strokes changed.
     *
     * @param ink    784 values from 0 (paper) to 1 (ink)
     * @param amount -1 (eroded by a pixel) to 1 (dilated by a pixel); in between the two images are mixed
     */
    static float[] change(float[] ink, double amount) {
        float[] result = new float[ink.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float middle = ink[y * SIDE + x];
                float extreme = middle;
                for (int k = 0; k < 4; k++) {
                    float other = at(ink, x + (k == 0 ? 1 : k == 1 ? -1 : 0), y + (k == 2 ? 1 : k == 3 ? -1 : 0));
                    extreme = amount > 0 ? Math.max(extreme, other) : Math.min(extreme, other);
                }
                result[y * SIDE + x] = (float) (middle + Math.abs(amount) * (extreme - middle));
            }
        }
        return result;
    }

    private static float at(float[] ink, int x, int y) {
        return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : ink[y * SIDE + x];
    }
}
