package io.penstock.synth.scanner;

/**
 * One channel of an image on its way through the scanner.
 *
 * @param width  pixels
 * @param height pixels
 * @param level  brightness, row by row: 0 (black) to 255
 */
record Plane(int width, int height, float[] level) {

    static Plane of(int width, int height) {
        return new Plane(width, height, new float[width * height]);
    }

    /** Blurs in place as a lens does. */
    void blur(double sigma) {
        int reach = (int) Math.ceil(2.5 * sigma);
        if (reach == 0) {
            return;
        }
        float[] kernel = kernel(sigma, reach);
        float[] line = new float[Math.max(width, height)];
        for (int y = 0; y < height; y++) {
            convolve(y * width, 1, width, kernel, line);
        }
        for (int x = 0; x < width; x++) {
            convolve(x, width, height, kernel, line);
        }
    }

    private static float[] kernel(double sigma, int reach) {
        float[] kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + reach];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    private void convolve(int start, int step, int length, float[] kernel, float[] line) {
        int reach = kernel.length / 2;
        for (int i = 0; i < length; i++) {
            line[i] = level[start + i * step];
        }
        for (int i = 0; i < length; i++) {
            float sum = 0;
            for (int k = -reach; k <= reach; k++) {
                sum += kernel[k + reach] * line[Math.min(length - 1, Math.max(0, i + k))];
            }
            level[start + i * step] = sum;
        }
    }
}
