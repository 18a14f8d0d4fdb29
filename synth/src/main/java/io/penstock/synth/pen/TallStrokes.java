package io.penstock.synth.pen;

import io.penstock.segment.geometry.Area;
import io.penstock.synth.handwriting.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Ones and sevens that are drawn from edge to edge of their field, and over it. */
public final class TallStrokes {

    private final double share;
    private final RandomGenerator random;

    /**
     * Creates strokes.
     *
     * @param share share of ones and sevens that are tall
     */
    public TallStrokes(double share, RandomGenerator random) {
        this.share = share;
        this.random = random;
    }

    /** Returns the symbols of a field with some of its ones and sevens 75 to 115 % as high as the field. */
    public List<Ink> stretch(List<Ink> symbols, String penned, Area field) {
        List<Ink> stretched = new ArrayList<>(symbols);
        for (int i = 0; i < symbols.size(); i++) {
            char symbol = penned.charAt(i);
            if ((symbol == '1' || symbol == '7') && random.nextDouble() < share) {
                stretched.set(i, tall(symbols.get(i), symbol == '7' ? 0.35 : 0.1, field));
            }
        }
        return stretched;
    }

    private Ink tall(Ink digit, double broader, Area field) {
        double height = field.height() * (0.75 + 0.4 * random.nextDouble());
        double times = height / digit.bounds().getHeight();
        Ink tall = digit.grown(1 + broader * (times - 1), times);
        double middle = field.y() + field.height() * (0.5 + 0.08 * (2 * random.nextDouble() - 1));
        return tall.movedBy(0, middle - tall.bounds().getCenterY());
    }
}
