package io.penstock.sink.decode.lattice;

import io.penstock.schema.Box;
import io.penstock.schema.ClassifiedGlyph;
import java.util.Arrays;
import java.util.List;

/**
 * One edge of a lattice with the probability of each symbol that it may stand for.
 *
 * @param glyph   the classified glyph it was made from
 * @param weights how readily it stands for each symbol: the digits 0 to 9, {@link #MARK}, {@link #BLANK} in a printed box, where they are
 *                probabilities that add up to the glyph's prior; digits, {@link #LEADING}, {@link #SEPARATOR}, {@link #TERMINATOR} and
 *                {@link #SLASH} on a free line
 */
public record Edge(ClassifiedGlyph glyph, double[] weights) {

    /** The symbol of a mark that is not a digit. */
    public static final int MARK = 10;
    /** The symbol of an empty box. */
    public static final int BLANK = 11;
    /** The symbols of a mark on a free line: before the first digit, between digits, behind the last. */
    static final int LEADING = 12;
    public static final int SEPARATOR = 13;
    static final int TERMINATOR = 14;
    /** The symbol of a slash before a dash that ends a free line. */
    static final int SLASH = 15;
    /** Number of symbols. */
    public static final int SYMBOLS = 16;

    private static final int CLASSES = 11;
    private static final String LETTERS = "0123456789X_*,-/";

    /**
     * Makes an edge of a glyph: in a printed box, what was read is all there is to know.
     *
     * @throws IllegalArgumentException where the glyph's numbers are no probabilities
     */
    public static Edge of(ClassifiedGlyph glyph) {
        if (!(glyph.getPrior() >= 0 && glyph.getPrior() <= 1) || glyph.getTo() <= glyph.getFrom()) {
            throw new IllegalArgumentException("glyph " + glyph.getFrom() + "-" + glyph.getTo() + " has prior " + glyph.getPrior());
        }
        double[] weights = new double[SYMBOLS];
        if (glyph.getBlank()) {
            weights[BLANK] = glyph.getPrior();
        } else {
            fill(weights, glyph.getDistribution(), glyph.getPrior());
        }
        return new Edge(glyph, weights);
    }

    /** Returns the letter of a symbol in a raw reading. */
    public static char letter(int symbol) {
        return LETTERS.charAt(symbol);
    }

    /** Returns the glyph's own probability (0 to 1) of a digit, without its prior. */
    public double probability(int digit) {
        return glyph.getDistribution().get(digit);
    }

    /** Returns the probability of all digits together. */
    public double digits() {
        double sum = 0;
        for (int digit = 0; digit < MARK; digit++) {
            sum += weights[digit];
        }
        return sum;
    }

    /** Returns the greatest of the weights. */
    double best() {
        double best = 0;
        for (double weight : weights) {
            best = Math.max(best, weight);
        }
        return best;
    }

    /**
     * Returns this edge with the odds of the mark multiplied: what was read expects marks in filled boxes more often than some forms do.
     * What looks more like a mark than like any digit stays one.
     */
    public Edge expectingMarks(double odds) {
        if (isMark()) {
            return this;
        }
        double[] changed = weights.clone();
        changed[MARK] *= odds;
        double sum = Arrays.stream(changed).sum();
        double prior = Arrays.stream(weights).sum();
        Arrays.setAll(changed, symbol -> changed[symbol] * prior / sum);
        return new Edge(glyph, changed);
    }

    /** Returns whether it looks more like a mark than like any one digit. */
    public boolean isMark() {
        return weights[MARK] >= best();
    }

    /** Returns whether another edge reads some of the same ink. */
    public boolean overlaps(Edge other) {
        return glyph != other.glyph && glyph.getFrom() < other.glyph.getTo() && other.glyph.getFrom() < glyph.getTo();
    }

    /** Returns the bounding box of the ink. */
    public Box box() {
        return glyph.getBox();
    }

    private static void fill(double[] weights, List<Float> distribution, double prior) {
        double sum = distribution.stream().mapToDouble(Float::doubleValue).sum();
        boolean negative = distribution.stream().anyMatch(p -> p < 0);
        if (distribution.size() != CLASSES || negative || !(sum > 0) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException("a glyph's distribution is not eleven probabilities: " + distribution);
        }
        for (int i = 0; i < CLASSES; i++) {
            weights[i] = prior * distribution.get(i) / sum;
        }
    }
}
