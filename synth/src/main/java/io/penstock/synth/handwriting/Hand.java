package io.penstock.synth.handwriting;

import java.util.random.RandomGenerator;

/**
 * The lasting traits of somebody's handwriting.
 *
 * @param slant      shear to the right, as a tangent: −0.2 to 0.45
 * @param aspect     width of the digits relative to the copybook's: 0.75 to 1.3
 * @param penWidth   width of the pen's line, millimetres: 0.3 to 0.8
 * @param pressure   how much the width varies along a line, as a share: 0 to 0.35
 * @param hurry      how far corners are cut, heights of a digit: 0 to 0.06
 * @param tremor     amplitude of the trembling, heights of a digit: 0 to 0.02
 * @param unsteady   how far knots stray from one time to the next, heights of a digit: 0 to 0.05
 * @param spacing    gap between neighbours in a free line, heights of a digit: 0.08 to 0.35
 * @param sloppiness how far the writer cares not: 0 (a draughtsman) to 1 (a doctor)
 */
public record Hand(double slant, double aspect, double penWidth, double pressure, double hurry, double tremor, double unsteady,
                   double spacing, double sloppiness) {

    /** Draws a hand; the sloppier, the less the traits keep to the middle of their range. */
    public static Hand draw(double sloppiness, RandomGenerator random) {
        double wild = 0.6 + 0.9 * sloppiness;
        return new Hand(
            within(-0.20, 0.45, 0.10 + 0.11 * wild * random.nextGaussian()),
            within(0.75, 1.30, 1.0 + 0.10 * wild * random.nextGaussian()),
            within(0.30, 0.80, 0.48 + 0.09 * random.nextGaussian()),
            within(0.00, 0.35, 0.10 + 0.08 * random.nextDouble()),
            within(0.00, 0.06, 0.01 + 0.05 * sloppiness * random.nextDouble() + 0.01 * random.nextDouble()),
            within(0.00, 0.02, 0.006 * random.nextDouble() * wild),
            within(0.00, 0.05, 0.010 + 0.026 * sloppiness),
            within(0.08, 0.35, 0.19 + 0.05 * wild * random.nextGaussian()),
            sloppiness);
    }

    private static double within(double low, double high, double value) {
        return Math.min(high, Math.max(low, value));
    }
}
