package io.penstock.synth.line;

import io.penstock.segment.line.LineImage;
import io.penstock.synth.digit.Bilinear;
import java.util.SplittableRandom;

/**
 * How one line is varied: as if it had been found a little higher, larger, more slanted, paler.
 *
 * @param stretch  how much longer it becomes
 * @param zoom     how much higher
 * @param shear    columns to the right a row upwards
 * @param right    columns to the right
 * @param down     rows down
 * @param climb    rows down a column
 * @param contrast what ink is multiplied by
 * @param paper    ink that is taken for paper, 0 to 1
 * @param noise    amplitude of the noise, 0 to 1
 * @param fade     column from which a few are faint; negative: none
 */
public record LineVariation(double stretch, double zoom, double shear, double right, double down, double climb, double contrast,
                            double paper, double noise, int fade) {

    private static final int WIDTH = LineImage.WIDTH;
    private static final int HEIGHT = LineImage.HEIGHT;
    private static final double MIDDLE = (HEIGHT - 1) / 2.0;
    private static final double BEGINNING = 60;
    private static final int FADED = 3;
    private static final double FAINT = 0.3;

    public static LineVariation draw(SplittableRandom random) {
        return new LineVariation(random.nextDouble(0.85, 1.2), random.nextDouble(0.87, 1.13), random.nextDouble(-0.18, 0.18),
            random.nextDouble(-3, 6), random.nextDouble(-2.5, 2.5), random.nextDouble(-0.03, 0.03), random.nextDouble(0.75, 1.25),
            random.nextInt(3) == 0 ? random.nextDouble(0, 0.12) : 0, random.nextBoolean() ? random.nextDouble(0, 0.08) : 0,
            random.nextInt(4) == 0 ? random.nextInt(WIDTH) : -FADED);
    }

    /** Writes the varied line, 0 paper to 1 ink. */
    public void apply(byte[] line, SplittableRandom random, float[] features, int offset) {
        Bilinear.Grid pixels = Bilinear.ofBytes(line, WIDTH);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double row = (y - MIDDLE - down - climb * (x - BEGINNING)) / zoom;
                double column = (x - right - shear * row) / stretch;
                double ink = Bilinear.at(pixels, column, row + MIDDLE) / 255 * contrast - paper;
                ink += noise * (random.nextDouble() + random.nextDouble() - 1);
                ink *= x >= fade && x < fade + FADED ? FAINT : 1;
                features[offset + y * WIDTH + x] = (float) Math.max(0, Math.min(1, ink));
            }
        }
    }
}
