package io.penstock.synth.digit;

/**
 * Fits ink into MNIST's frame: the ink's bounding box scaled by its aspect to 20 by 20, then its centre of mass put in the middle of
 * 28 by 28, in grey.
 */
public final class MnistFrame {

    private static final int SIDE = 28;
    private static final double BOX = 20;
    private static final int SUB = 4;

    private MnistFrame() {
    }

    /**
     * Returns the normalized image of 784 bytes, 0 is paper and 255 is ink; all paper where there is no ink.
     *
     * @param ink    values from 0 (paper) to 1 (ink), row by row
     * @param width  pixels a row
     * @param height rows
     */
    public static byte[] fit(float[] ink, int width, int height) {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int i = 0; i < width * height; i++) {
            if (ink[i] > 0.1f) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = i / width;
            }
        }
        if (right < 0) {
            return new byte[SIDE * SIDE];
        }
        double scale = Math.max(right - left + 1, bottom - top + 1) / BOX;
        double[] mass = mass(ink, width, left, right, top, bottom);
        return sampled(ink, width, height, scale, mass[0], mass[1]);
    }

    private static double[] mass(float[] ink, int width, int left, int right, int top, int bottom) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                float value = ink[row * width + column];
                sum += value;
                x += value * (column + 0.5);
                y += value * (row + 0.5);
            }
        }
        return new double[] {x / sum, y / sum};
    }

    /** Averages bilinear samples on a grid of SUB by SUB points within each pixel of the result. */
    private static byte[] sampled(float[] ink, int width, int height, double scale, double centreX, double centreY) {
        Bilinear.Grid paper = (column, row) -> column < 0 || row < 0 || column >= width || row >= height ? 0 : ink[row * width + column];
        byte[] result = new byte[SIDE * SIDE];
        for (int i = 0; i < result.length; i++) {
            double sum = 0;
            for (int k = 0; k < SUB * SUB; k++) {
                double x = i % SIDE + (k % SUB + 0.5) / SUB - SIDE / 2.0;
                double y = i / SIDE + (k / SUB + 0.5) / SUB - SIDE / 2.0;
                sum += Bilinear.at(paper, centreX + x * scale - 0.5, centreY + y * scale - 0.5);
            }
            result[i] = (byte) Math.round(255 * Math.min(1, sum / (SUB * SUB)));
        }
        return result;
    }
}
