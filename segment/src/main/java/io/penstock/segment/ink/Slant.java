package io.penstock.segment.ink;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far the upright strokes of a line lean: columns to the right per row upwards.
 *
 * <p>The slant is the shear that leaves most columns with one unbroken stroke (Vinciarelli and Luettin, "A new normalization technique for
 * cursive handwritten words", 2001).
 */
public final class Slant {

    private static final double STEEPEST = 0.9;
    private static final double STEP = 0.1;
    /** An upright line is not sheared for a slight gain. */
    private static final double GAIN = 1.04;

    private Slant() {
    }

    /** Returns the slant of the ink, -0.9 to 0.9, positive where it leans to the right. */
    public static double of(Ink ink) {
        int steps = (int) Math.round(STEEPEST / STEP);
        int[] pixels = pixels(ink);
        double upright = score(ink, pixels, 0);
        double best = upright * GAIN;
        double slant = 0;
        for (double candidate : IntStream.rangeClosed(-steps, steps).mapToDouble(i -> i * STEP).toArray()) {
            double score = score(ink, pixels, candidate);
            if (score > best) {
                best = score;
                slant = candidate;
            }
        }
        return slant;
    }

    private static int[] pixels(Ink ink) {
        int[] pixels = new int[ink.mask().length];
        int count = 0;
        for (int i = 0; i < pixels.length; i++) {
            pixels[count] = i;
            count += ink.mask()[i];
        }
        return Arrays.copyOf(pixels, count);
    }

    private static double score(Ink ink, int[] pixels, double slant) {
        int width = ink.width();
        int height = ink.height();
        int margin = (int) Math.ceil(Math.abs(slant) * height);
        int[] shift = new int[height];
        for (int y = 0; y < height; y++) {
            shift[y] = margin + (int) Math.round(slant * (y - height / 2.0));
        }
        int[] count = new int[width + 2 * margin];
        int[] first = new int[count.length];
        int[] last = new int[count.length];
        for (int pixel : pixels) {
            int y = pixel / width;
            int column = pixel - y * width + shift[y];
            first[column] = count[column] == 0 ? y : first[column];
            last[column] = y;
            count[column]++;
        }
        double score = 0;
        for (int column = 0; column < count.length; column++) {
            boolean unbroken = count[column] > 0 && last[column] - first[column] + 1 == count[column];
            score += unbroken ? (double) count[column] * count[column] : 0;
        }
        return score;
    }
}
