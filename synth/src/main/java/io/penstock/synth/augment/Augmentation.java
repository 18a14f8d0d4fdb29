package io.penstock.synth.augment;

import java.util.SplittableRandom;

/**
 * How far a training digit is varied each time it is shown: geometry, stroke, pen and surroundings. Immutable and thread-safe.
 *
 * @param shift     greatest shift on either axis, pixels
 * @param rotation  greatest rotation either way, degrees
 * @param zoom      greatest relative change of size
 * @param aspect    greatest change of the ratio of width to height, as a natural logarithm
 * @param shear     greatest horizontal shear, pixels a pixel
 * @param elastic   greatest displacement of a node of the elastic grid on either axis, pixels
 * @param stroke    probability that the stroke is made thinner or thicker by up to a pixel
 * @param gap       probability that the pen skips
 * @param contrast  probability that grey levels are bent
 * @param intrusion probability that something foreign is in the image: a neighbour's stroke, a comma, the rest of a printed line
 * @param blur      probability that the image is out of focus
 * @param noise     probability that the scanner adds noise to ink and edges
 */
public record Augmentation(double shift, double rotation, double zoom, double aspect, double shear, double elastic,
                           double stroke, double gap, double contrast, double intrusion, double blur, double noise) {

    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;
    private static final int NODES = 5;

    /** Returns the strength for digits as they are written on forms: slanted, stretched, in thin pens, with others' ink beside them. */
    public static Augmentation standard() {
        return new Augmentation(2.5, 12, 0.14, 0.35, 0.38, 1.8, 0.4, 0.1, 0.3, 0.35, 0.1, 0.15);
    }

    /** Returns what is customary for MNIST: rotation by 10°, zoom, shift and shear by a tenth. */
    public static Augmentation customary() {
        return new Augmentation(2.8, 10, 0.1, 0, 0.1, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Returns the strength for digits that are to stay as clean as they are, in other hands. */
    public static Augmentation mild() {
        return new Augmentation(1.5, 8, 0.08, 0.1, 0.12, 1.2, 0.2, 0, 0.1, 0, 0, 0);
    }

    /** Returns no variation at all. */
    public static Augmentation none() {
        return new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Writes a variant of a digit.
     *
     * @param digit     784 bytes, 0 is paper and 255 is ink
     * @param neighbour another digit whose stroke may reach into the image, of the same form
     * @param random    decides everything: the same state gives the same variant
     * @param target    receives 784 values from 0 (paper) to 1 (ink)
     * @param offset    where in {@code target} to begin
     */
    public void apply(byte[] digit, byte[] neighbour, SplittableRandom random, float[] target, int offset) {
        float[] ink = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            ink[i] = (digit[i] & 0xff) / 255f;
        }
        if (random.nextDouble() < intrusion) {
            ink = Intrusion.add(ink, neighbour, random);
        }
        float[] warped = Warp.random(this, random, NODES).apply(ink);
        if (random.nextDouble() < stroke) {
            warped = StrokeWidth.change(warped, random.nextDouble(-0.6, 0.7));
        }
        if (random.nextDouble() < gap) {
            skip(warped, random);
        }
        if (random.nextDouble() < contrast) {
            bend(warped, Math.exp(random.nextDouble(-0.6, 0.6)));
        }
        if (random.nextDouble() < blur) {
            warped = Focus.soften(warped, random.nextDouble(0.3, 1));
        }
        if (random.nextDouble() < noise) {
            grain(warped, random.nextDouble(0.05, 0.25), random);
        }
        System.arraycopy(warped, 0, target, offset, PIXELS);
    }

    /** Erases a short bar across the ink, one to two pixels wide, through the first inked pixel found from a random start. */
    private static void skip(float[] ink, SplittableRandom random) {
        int at = random.nextInt(PIXELS);
        for (int tries = 0; tries < PIXELS && ink[at] < 0.5f; tries++) {
            at = (at + 37) % PIXELS;
        }
        double angle = random.nextDouble(Math.PI);
        double halfWidth = random.nextDouble(0.5, 1.1);
        for (int y = Math.max(0, at / SIDE - 3); y <= Math.min(SIDE - 1, at / SIDE + 3); y++) {
            for (int x = Math.max(0, at % SIDE - 3); x <= Math.min(SIDE - 1, at % SIDE + 3); x++) {
                double distance = Math.abs((x - at % SIDE) * Math.cos(angle) + (y - at / SIDE) * Math.sin(angle));
                ink[y * SIDE + x] *= (float) Math.min(1, Math.max(0, distance - halfWidth + 0.5));
            }
        }
    }

    /** Grey noise on ink and on the rims of strokes; paper stays clean, as the segment stage leaves it. */
    private static void grain(float[] ink, double strength, SplittableRandom random) {
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] > 0.05f) {
                ink[i] = (float) Math.max(0, Math.min(1, ink[i] + strength * random.nextGaussian()));
            }
        }
    }

    private static void bend(float[] ink, double gamma) {
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (float) Math.pow(ink[i], gamma);
        }
    }
}
