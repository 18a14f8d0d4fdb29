package io.penstock.synth.augment;

/** Softens a 28 by 28 image as a lens that is out of focus does: mixes it with its average over three by three pixels. */
final class Focus {

    private static final int SIDE = 28;

    private Focus() {
    }

    /**
     * Returns the softened image.
     *
     * @param ink    784 values from 0 (paper) to 1 (ink)
     * @param amount 0 (as it is) to 1 (the average alone)
     */
    static float[] soften(float[] ink, double amount) {
        float[] result = new float[ink.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float sum = 0;
                for (int j = Math.max(0, y - 1); j <= Math.min(SIDE - 1, y + 1); j++) {
                    for (int i = Math.max(0, x - 1); i <= Math.min(SIDE - 1, x + 1); i++) {
                        sum += ink[j * SIDE + i];
                    }
                }
                float middle = ink[y * SIDE + x];
                result[y * SIDE + x] = (float) (middle + amount * (sum / 9 - middle));
            }
        }
        return result;
    }
}
