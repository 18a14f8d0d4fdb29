package io.penstock.synth.handwriting;

import java.util.random.RandomGenerator;

/** A gentle distortion of the plane: no two symbols of one writer are bent in the same way. */
final class Warp {

    private static final int WAVES = 3;

    private final double[][] waves = new double[WAVES][];
    private final double sine;
    private final double cosine;
    private final double grow;

    /** Draws a distortion that moves places by about the given amplitude, in heights of a digit. */
    Warp(double amplitude, RandomGenerator random) {
        for (int i = 0; i < WAVES; i++) {
            double direction = 2 * Math.PI * random.nextDouble();
            double frequency = 2 + 3.5 * random.nextDouble();
            waves[i] = new double[] {
                frequency * Math.cos(direction), frequency * Math.sin(direction), 2 * Math.PI * random.nextDouble(),
                amplitude * random.nextGaussian(), amplitude * random.nextGaussian()};
        }
        double angle = 1.6 * amplitude * random.nextGaussian();
        sine = Math.sin(angle);
        cosine = Math.cos(angle);
        grow = 1 + 1.5 * amplitude * random.nextGaussian();
    }

    /** Returns the path as it comes out. */
    Trace apply(Trace path) {
        double[] x = new double[path.size()];
        double[] y = new double[path.size()];
        for (int i = 0; i < path.size(); i++) {
            double px = path.x()[i];
            double py = path.y()[i];
            double wx = px;
            double wy = py;
            for (double[] w : waves) {
                double wave = Math.sin(w[0] * px + w[1] * py + w[2]);
                wx += w[3] * wave;
                wy += w[4] * wave;
            }
            // Turned and grown about the foot of the digit, so that it stays on its line.
            x[i] = 0.3 + grow * (cosine * (wx - 0.3) - sine * (wy - 1));
            y[i] = 1 + grow * (sine * (wx - 0.3) + cosine * (wy - 1));
        }
        return new Trace(x, y);
    }
}
