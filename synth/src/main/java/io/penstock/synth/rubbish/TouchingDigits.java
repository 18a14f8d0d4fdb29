package io.penstock.synth.rubbish;

import io.penstock.synth.digit.MnistFrame;

/** Two digits pushed together until they touch or overlap, normalized as if they were one. */
final class TouchingDigits {

    private static final int SIDE = 28;
    private static final int WIDTH = 2 * SIDE;

    private TouchingDigits() {
    }

    /**
     * Returns the glyph.
     *
     * @param left    784 bytes
     * @param right   784 bytes
     * @param overlap columns that the two boxes share; negative: columns between them
     * @param drop    rows that the right digit stands lower
     */
    static byte[] glyph(byte[] left, byte[] right, int overlap, int drop) {
        float[] ink = new float[WIDTH * SIDE];
        int edge = lastColumn(left) + 1 - overlap - firstColumn(right);
        for (int i = 0; i < SIDE * SIDE; i++) {
            put(ink, i % SIDE, i / SIDE, left[i]);
            put(ink, i % SIDE + edge, i / SIDE + drop, right[i]);
        }
        return MnistFrame.fit(ink, WIDTH, SIDE);
    }

    private static void put(float[] ink, int x, int y, byte value) {
        if (x >= 0 && y >= 0 && x < WIDTH && y < SIDE) {
            ink[y * WIDTH + x] = Math.max(ink[y * WIDTH + x], (value & 0xff) / 255f);
        }
    }

    private static int firstColumn(byte[] glyph) {
        int x = 0;
        while (x < SIDE - 1 && isBlank(glyph, x)) {
            x++;
        }
        return x;
    }

    private static int lastColumn(byte[] glyph) {
        int x = SIDE - 1;
        while (x > 0 && isBlank(glyph, x)) {
            x--;
        }
        return x;
    }

    private static boolean isBlank(byte[] glyph, int x) {
        for (int y = 0; y < SIDE; y++) {
            if ((glyph[y * SIDE + x] & 0xff) > 64) {
                return false;
            }
        }
        return true;
    }
}
