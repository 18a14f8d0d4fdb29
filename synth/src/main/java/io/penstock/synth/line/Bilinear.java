package io.penstock.synth.line;

/** Bilinear interpolation between the pixels of a picture; beyond its edges there is paper. */
final class Bilinear {

    private Bilinear() {
    }

    /**
     * Returns the ink at a place between pixels, 0 paper to 1 ink.
     *
     * @param pixels row by row, 0 paper to 255 ink
     * @param width  pixels of a row
     */
    static double at(byte[] pixels, int width, double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double fx = x - column;
        double fy = y - row;
        return ((1 - fy) * ((1 - fx) * pixel(pixels, width, column, row) + fx * pixel(pixels, width, column + 1, row))
            + fy * ((1 - fx) * pixel(pixels, width, column, row + 1) + fx * pixel(pixels, width, column + 1, row + 1))) / 255;
    }

    private static int pixel(byte[] pixels, int width, int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= pixels.length / width ? 0 : pixels[y * width + x] & 0xff;
    }
}
