package io.penstock.synth.augment;

import io.penstock.synth.digit.Bilinear;
import java.util.SplittableRandom;

/**
 * A smooth deformation of a 28 by 28 image: for each pixel of the result, where in the source its ink comes from.
 *
 * <p>An affine map about the middle, plus displacements on a coarse grid of nodes that are interpolated bilinearly between them.
 */
final class Warp {

    private static final int SIDE = 28;
    private static final double MIDDLE = (SIDE - 1) / 2.0;

    private final double[] affine;
    private final double[] gridX;
    private final double[] gridY;
    private final int nodes;

    private Warp(double[] affine, double[] gridX, double[] gridY, int nodes) {
        this.affine = affine;
        this.gridX = gridX;
        this.gridY = gridY;
        this.nodes = nodes;
    }

    /** Draws a deformation within an augmentation's bounds, with an elastic grid of {@code nodes} by {@code nodes}. */
    static Warp random(Augmentation bounds, SplittableRandom random, int nodes) {
        double angle = Math.toRadians(symmetric(random, bounds.rotation()));
        double zoom = 1 + symmetric(random, bounds.zoom());
        double stretch = Math.exp(symmetric(random, bounds.aspect()) / 2);
        double shear = symmetric(random, bounds.shear());
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double sx = 1 / (zoom * stretch);
        double sy = stretch / zoom;
        double[] affine = {
            sx * (cos + shear * sin), sx * (-sin + shear * cos), symmetric(random, bounds.shift()),
            sy * sin, sy * cos, symmetric(random, bounds.shift())};
        double strength = random.nextDouble() * bounds.elastic();
        return new Warp(affine, grid(random, strength, nodes), grid(random, strength, nodes), nodes);
    }

    /** Returns the deformed image; what lies outside the source is as the nearest pixel at its edge. */
    float[] apply(float[] source) {
        Bilinear.Grid pixels = (x, y) -> at(source, x, y);
        float[] result = new float[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double u = x - MIDDLE;
                double v = y - MIDDLE;
                double fromX = affine[0] * u + affine[1] * v + affine[2] + MIDDLE + displacement(gridX, x, y);
                double fromY = affine[3] * u + affine[4] * v + affine[5] + MIDDLE + displacement(gridY, x, y);
                result[y * SIDE + x] = (float) Bilinear.at(pixels, fromX, fromY);
            }
        }
        return result;
    }

    private double displacement(double[] grid, int x, int y) {
        return Bilinear.at((i, j) -> grid[j * nodes + i], x * (nodes - 1) / (double) SIDE, y * (nodes - 1) / (double) SIDE);
    }

    private static float at(float[] source, int x, int y) {
        return source[Math.max(0, Math.min(SIDE - 1, y)) * SIDE + Math.max(0, Math.min(SIDE - 1, x))];
    }

    private static double[] grid(SplittableRandom random, double strength, int nodes) {
        double[] grid = new double[nodes * nodes];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = symmetric(random, strength);
        }
        return grid;
    }

    private static double symmetric(SplittableRandom random, double bound) {
        return (2 * random.nextDouble() - 1) * bound;
    }
}
