package io.penstock.synth.paper;

import java.util.random.RandomGenerator;

/**
 * A colour as a scanner sees it.
 *
 * @param red   0 to 255
 * @param green 0 to 255
 * @param blue  0 to 255
 */
public record Paint(double red, double green, double blue) {

    /** Draws the tone of a paper: white, or a shade of cream. */
    public static Paint paper(RandomGenerator random) {
        double white = 241 + 10 * random.nextDouble();
        double warm = random.nextDouble() < 0.3 ? 12 * random.nextDouble() : 2 * random.nextDouble();
        return new Paint(white, white - 0.3 * warm, white - warm);
    }

    /** Draws the ink of a ball pen: some blue, or nearly black. */
    public static Paint ink(RandomGenerator random) {
        if (random.nextDouble() < 0.6) {
            return new Paint(25 + 35 * random.nextDouble(), 40 + 35 * random.nextDouble(), 125 + 50 * random.nextDouble());
        }
        double black = 28 + 25 * random.nextDouble();
        return new Paint(black, black, black + 6 * random.nextDouble());
    }

    /** Draws the colour of the printing. */
    public static Paint print(RandomGenerator random) {
        double black = 25 + 40 * random.nextDouble();
        return new Paint(black, black, black);
    }

    double grey() {
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }

    /** Returns the channels of an image: one for grey, or three in the order blue, green, red. */
    public double[] channels(boolean colour) {
        return colour ? new double[] {blue, green, red} : new double[] {grey()};
    }
}
