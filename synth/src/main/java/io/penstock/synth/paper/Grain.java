package io.penstock.synth.paper;

import io.penstock.synth.digit.Bilinear;

/** Smooth random values over the plane: fibres of paper, the skipping of a ball pen. */
public final class Grain {

    private final long seed;
    private final double scale;

    /**
     * Creates a grain.
     *
     * @param cell size of a grain, in the unit of the coordinates
     */
    public Grain(long seed, double cell) {
        this.seed = seed;
        this.scale = 1 / cell;
    }

    /** Returns the value at a place, 0 to 1. */
    public double at(double x, double y) {
        return Bilinear.at(this::corner, x * scale, y * scale);
    }

    private double corner(long x, long y) {
        long h = seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        return ((h ^ (h >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
