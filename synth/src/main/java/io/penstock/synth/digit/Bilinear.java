package io.penstock.synth.digit;

/** Bilinear interpolation between values that stand at whole places: pixels, nodes of a grid. */
public final class Bilinear {

    private Bilinear() {
    }

    /** Values at whole places, also at those beyond the border. */
    @FunctionalInterface
    public interface Grid {

        /** Returns the value at a place. */
        double at(int column, int row);
    }

    /** Returns the value at a place between the four around it. */
    public static double at(Grid grid, double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = x - column;
        double down = y - row;
        return (1 - down) * ((1 - right) * grid.at(column, row) + right * grid.at(column + 1, row))
            + down * ((1 - right) * grid.at(column, row + 1) + right * grid.at(column + 1, row + 1));
    }

    /**
     * Returns a picture's ink as a grid, 0 paper to 255 ink; beyond the edges there is paper.
     *
     * @param pixels row by row
     * @param width  pixels of a row
     */
    public static Grid ofBytes(byte[] pixels, int width) {
        int height = pixels.length / width;
        return (column, row) -> column < 0 || row < 0 || column >= width || row >= height ? 0 : pixels[row * width + column] & 0xff;
    }
}
