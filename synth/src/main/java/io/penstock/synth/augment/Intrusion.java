package io.penstock.synth.augment;

import io.penstock.synth.digit.MnistFrame;
import java.util.List;
import java.util.SplittableRandom;

/** Foreign ink in a digit's image: a stroke of the digit beside it, a comma or speck at its foot, the rest of a printed line. */
final class Intrusion {

    private static final int SIDE = 28;
    /** As often as each stands here it is drawn. */
    private static final List<Kind> KINDS = List.of(Kind.NEIGHBOUR, Kind.NEIGHBOUR, Kind.SPECK, Kind.STROKE_END, Kind.PRINTED_LINE,
        Kind.PRINTED_LINE);

    /** What the foreign ink is. */
    enum Kind {
        /** A part of the digit beside it. */
        NEIGHBOUR,
        /** A comma, or a speck of dirt. */
        SPECK,
        /** The end of a neighbour's stroke. */
        STROKE_END,
        /** What dropout left of a box. */
        PRINTED_LINE;

        /** Draws it into {@code ink}, 784 values from 0 (paper) to 1 (ink). */
        void draw(float[] ink, byte[] neighbour, SplittableRandom random) {
            switch (this) {
                case NEIGHBOUR -> reachIn(ink, neighbour, random);
                case SPECK -> speck(ink, random);
                case STROKE_END -> end(ink, random);
                case PRINTED_LINE -> line(ink, random);
            }
        }
    }

    private Intrusion() {
    }

    /**
     * Adds foreign ink of one or two kinds; every other time the image is normalized anew, as if all ink were the digit's.
     *
     * @param ink 784 values from 0 (paper) to 1 (ink); changed
     * @return the image
     */
    static float[] add(float[] ink, byte[] neighbour, SplittableRandom random) {
        for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
            KINDS.get(random.nextInt(KINDS.size())).draw(ink, neighbour, random);
        }
        return random.nextBoolean() ? ink : normalized(ink);
    }

    private static float[] normalized(float[] ink) {
        byte[] glyph = MnistFrame.fit(ink, SIDE, SIDE);
        float[] result = new float[ink.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (glyph[i] & 0xff) / 255f;
        }
        return result;
    }

    /** The end of a neighbour's stroke: short, steep, at a side. */
    private static void end(float[] ink, SplittableRandom random) {
        double x = random.nextBoolean() ? random.nextDouble(1, 6) : random.nextDouble(22, 27);
        double y = random.nextDouble(1, 22);
        double length = random.nextDouble(2, 9);
        double lean = random.nextDouble(-1, 0.4);
        double radius = random.nextDouble(0.6, 1.2);
        for (double t = 0; t <= length; t += 0.5) {
            disc(ink, x + lean * t, y + t, radius);
        }
    }

    private static void reachIn(float[] ink, byte[] neighbour, SplittableRandom random) {
        int dx = random.nextInt(16, 21) * (random.nextBoolean() ? 1 : -1);
        int dy = random.nextInt(-5, 6);
        for (int y = Math.max(0, dy); y < Math.min(SIDE, SIDE + dy); y++) {
            for (int x = Math.max(0, dx); x < Math.min(SIDE, SIDE + dx); x++) {
                int from = (y - dy) * SIDE + x - dx;
                put(ink, x, y, (neighbour[from] & 0xff) / 255f);
            }
        }
    }

    private static void speck(float[] ink, SplittableRandom random) {
        double x = random.nextInt(3) > 0 ? random.nextDouble(21, 27) : random.nextDouble(1, 7);
        double y = random.nextInt(3) > 0 ? random.nextDouble(20, 26) : random.nextDouble(2, 20);
        double radius = random.nextDouble(0.6, 1.8);
        double tail = random.nextBoolean() ? random.nextDouble(1, 4) : 0;
        for (double t = 0; t <= tail; t += 0.5) {
            disc(ink, x - 0.5 * t, y + t, radius * (1 - t / 8));
        }
    }

    private static void line(float[] ink, SplittableRandom random) {
        boolean level = random.nextBoolean();
        double at = random.nextBoolean() ? random.nextDouble(0, 3.5) : random.nextDouble(23.5, 27);
        double tilt = random.nextDouble(-0.06, 0.06);
        double radius = random.nextDouble(0.4, 0.9);
        int from = random.nextInt(0, 10);
        int to = random.nextInt(18, SIDE);
        for (int along = from; along < to; along++) {
            double across = at + tilt * along;
            disc(ink, level ? along : across, level ? across : along, radius);
        }
    }

    private static void disc(float[] ink, double x, double y, double radius) {
        for (int j = (int) (y - radius - 1); j <= y + radius + 1; j++) {
            for (int i = (int) (x - radius - 1); i <= x + radius + 1; i++) {
                put(ink, i, j, (float) Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(i - x, j - y))));
            }
        }
    }

    private static void put(float[] ink, int x, int y, float value) {
        if (x >= 0 && y >= 0 && x < SIDE && y < SIDE) {
            ink[y * SIDE + x] = Math.max(ink[y * SIDE + x], value);
        }
    }
}
