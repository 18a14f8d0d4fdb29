package io.penstock.train.explore;

import io.penstock.synth.digit.DigitSet;

/**
 * How noisy digit images are, in three measures.
 *
 * @param paper    standard deviation of the grey levels (0 to 255) of paper: pixels without ink of level 64 or more within two pixels
 * @param specks   share (0 to 1) of images with a piece of ink, of one to three pixels of level 64 or more, apart from all other
 * @param laplace  standard deviation of the noise in grey levels by the mean absolute response to a mask that straight edges and ramps do
 *                 not answer (J. Immerkær, "Fast noise variance estimation", 1996); curved strokes count as noise here, so that it
 *                 compares sets rather than scanners
 */
public record NoiseLevel(double paper, double specks, double laplace) {

    private static final int SIDE = 28;
    private static final int INK = 64;
    private static final int LARGEST_SPECK = 3;

    /** Estimates it over a set of at least one image. */
    static NoiseLevel of(DigitSet digits) {
        double sum = 0;
        double squares = 0;
        long pixels = 0;
        int specks = 0;
        double response = 0;
        for (byte[] image : digits.images()) {
            boolean[] near = nearInk(image);
            for (int i = 0; i < image.length; i++) {
                if (!near[i]) {
                    int level = image[i] & 0xff;
                    sum += level;
                    squares += level * level;
                    pixels++;
                }
            }
            specks += hasSpeck(image) ? 1 : 0;
            response += laplace(image);
        }
        double mean = pixels == 0 ? 0 : sum / pixels;
        return new NoiseLevel(pixels == 0 ? 0 : Math.sqrt(Math.max(0, squares / pixels - mean * mean)), specks / (double) digits.size(),
            response / digits.size());
    }

    private static boolean[] nearInk(byte[] image) {
        boolean[] near = new boolean[image.length];
        for (int i = 0; i < image.length; i++) {
            for (int k = 0; k < 25 && (image[i] & 0xff) >= INK; k++) {
                int x = i % SIDE + k % 5 - 2;
                int y = i / SIDE + k / 5 - 2;
                if (x >= 0 && y >= 0 && x < SIDE && y < SIDE) {
                    near[y * SIDE + x] = true;
                }
            }
        }
        return near;
    }

    private static boolean hasSpeck(byte[] image) {
        boolean[] seen = new boolean[image.length];
        int pieces = 0;
        boolean small = false;
        for (int i = 0; i < image.length; i++) {
            int size = flood(image, seen, i % SIDE, i / SIDE);
            pieces += size > 0 ? 1 : 0;
            small |= size > 0 && size <= LARGEST_SPECK;
        }
        return small && pieces > 1;
    }

    /** Marks a piece of ink and returns its pixels. */
    private static int flood(byte[] image, boolean[] seen, int x, int y) {
        if (x < 0 || y < 0 || x >= SIDE || y >= SIDE || seen[y * SIDE + x] || (image[y * SIDE + x] & 0xff) < INK) {
            return 0;
        }
        seen[y * SIDE + x] = true;
        int size = 1;
        for (int k = 0; k < 9; k++) {
            size += flood(image, seen, x + k % 3 - 1, y + k / 3 - 1);
        }
        return size;
    }

    private static double laplace(byte[] image) {
        double sum = 0;
        for (int y = 1; y < SIDE - 1; y++) {
            for (int x = 1; x < SIDE - 1; x++) {
                int at = y * SIDE + x;
                int corners = level(image, at - SIDE - 1) + level(image, at - SIDE + 1) + level(image, at + SIDE - 1)
                    + level(image, at + SIDE + 1);
                int sides = level(image, at - SIDE) + level(image, at + SIDE) + level(image, at - 1) + level(image, at + 1);
                sum += Math.abs(corners - 2 * sides + 4 * level(image, at));
            }
        }
        return Math.sqrt(Math.PI / 2) / 6 * sum / ((SIDE - 2) * (SIDE - 2));
    }

    private static int level(byte[] image, int at) {
        return image[at] & 0xff;
    }
}
