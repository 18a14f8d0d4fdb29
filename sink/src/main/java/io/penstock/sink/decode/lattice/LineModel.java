package io.penstock.sink.decode.lattice;

import io.penstock.schema.ClassifiedGlyph;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;

/**
 * How readily an edge of a free line stands for each symbol: a log-linear model of its {@link Cue}s, whose weights were fitted on labelled
 * amounts so that the posterior of the written string is greatest (docs/accuracy.md says on which).
 *
 * <p>A path's weight is the product over its edges; what the fit cannot know, such as the number of segments, is in the weights of the
 * cues that are 1 for every digit or mark.
 */
public final class LineModel {

    private static final String RESOURCE = "free-line.properties";
    private static final double LEAST_READ = 1e-5;
    private static final double LEAST_MARK = 1e-3;
    /** Digits that a comma, and, beside a one, a tall slash, are read as when their size is not looked at. */
    private static final Set<Integer> COMMA_LIKE = Set.of(1, 2, 3, 4, 5, 7, 9);
    private static final Set<Integer> TALL_LIKE = Set.of(4, 6, 7);
    private static final double NARROW = 0.45;
    private static final double LEAST_PRIOR = 1e-6;

    private final double[] weights;

    /** Takes one weight a cue. */
    LineModel(double[] weights) {
        this.weights = weights.clone();
    }

    /** Loads the fitted weights. */
    public static LineModel shipped() {
        Properties properties = new Properties();
        try (InputStream in = LineModel.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double[] weights = new double[Cue.values().length];
        for (Cue cue : Cue.values()) {
            weights[cue.ordinal()] = Double.parseDouble(properties.getProperty(cue.name()));
        }
        return new LineModel(weights);
    }

    /** Returns the factor of a cue that is 1. */
    double factor(Cue cue) {
        return Math.exp(weights[cue.ordinal()]);
    }

    /** Returns the weight of a symbol on an edge. */
    double weight(ClassifiedGlyph glyph, LineShape shape, int symbol) {
        double[] cues = cues(glyph, shape, symbol);
        double sum = 0;
        for (int i = 0; i < cues.length; i++) {
            sum += weights[i] * cues[i];
        }
        return Math.exp(sum);
    }

    /** Returns the cues of a symbol on an edge, those that depend on its neighbours left 0. */
    static double[] cues(ClassifiedGlyph glyph, LineShape shape, int symbol) {
        double[] cues = new double[Cue.values().length];
        set(cues, Cue.PRIOR, Math.log(Math.max(LEAST_PRIOR, glyph.getPrior())));
        double none = glyph.getDistribution().get(Edge.MARK);
        double mark = logarithm(none);
        switch (symbol) {
            case Edge.LEADING -> {
                set(cues, Cue.LEADING, 1);
                set(cues, Cue.LEADING_READ, mark);
                set(cues, Cue.LEADING_FITS, shape.fit() * mark);
                set(cues, Cue.LEADING_SIZE, shape.size());
            }
            case Edge.SEPARATOR -> {
                set(cues, Cue.SEPARATOR, 1);
                double comma = logarithm(none + shape.lowness() * sum(glyph, COMMA_LIKE));
                set(cues, Cue.SEPARATOR_READ, comma);
                set(cues, Cue.SEPARATOR_FITS, shape.fit() * comma);
                set(cues, Cue.SEPARATOR_SIZE, shape.size() * (1 - shape.lowness()));
                set(cues, Cue.SEPARATOR_TOP, shape.top() * (1 - shape.lowness()));
            }
            case Edge.TERMINATOR -> {
                set(cues, Cue.TERMINATOR, 1);
                double slash = logarithm(none + shape.tallness() * (glyph.getDistribution().get(1) + sum(glyph, TALL_LIKE)));
                set(cues, Cue.TERMINATOR_READ, slash);
                set(cues, Cue.TERMINATOR_FITS, shape.fit() * slash);
                set(cues, Cue.TERMINATOR_SIZE, shape.size() * (1 - shape.tallness()));
                set(cues, Cue.TERMINATOR_TOP, shape.top());
                set(cues, Cue.TERMINATOR_FLAT, shape.flatness());
            }
            case Edge.SLASH -> {
                set(cues, Cue.SLASH, 1);
                set(cues, Cue.SLASH_READ, logarithm(none + glyph.getDistribution().get(1)
                    + shape.tallness() * sum(glyph, TALL_LIKE)));
                set(cues, Cue.SLASH_HEIGHT, Math.min(2, shape.height()));
                set(cues, Cue.SLASH_WIDTH, Math.min(2, shape.width()));
            }
            default -> digit(cues, glyph, shape, symbol);
        }
        return cues;
    }

    private static void digit(double[] cues, ClassifiedGlyph glyph, LineShape shape, int digit) {
        set(cues, Cue.DIGIT, 1);
        set(cues, Cue.DIGIT_READ, Math.log(Math.max(LEAST_READ, glyph.getDistribution().get(digit))));
        set(cues, Cue.DIGIT_LOW, square(Math.max(0, 1 - shape.top())));
        set(cues, Cue.DIGIT_TALL, square(Math.max(0, shape.top() - 1)));
        set(cues, Cue.DIGIT_SUNK, square(Math.max(0, shape.foot())));
        set(cues, Cue.DIGIT_RAISED, square(Math.max(0, -shape.foot())));
        if (COMMA_LIKE.contains(digit)) {
            set(cues, Cue.DIGIT_COMMA, shape.lowness());
        }
        if (digit == 1 || TALL_LIKE.contains(digit)) {
            set(cues, Cue.DIGIT_SLASH, shape.tallness());
        }
        if (digit == 0) {
            set(cues, Cue.ZERO_SMALL, Math.max(0, 1 - shape.height()));
        }
        if (digit == 1) {
            set(cues, Cue.ONE_WIDE, shape.width());
        } else {
            set(cues, Cue.NARROW, Math.max(0, NARROW - shape.width()));
        }
    }

    private static double logarithm(double probability) {
        return Math.log(Math.max(LEAST_MARK, probability));
    }

    private static double sum(ClassifiedGlyph glyph, Set<Integer> digits) {
        return digits.stream().mapToDouble(digit -> glyph.getDistribution().get(digit)).sum();
    }

    private static double square(double x) {
        return x * x;
    }

    private static void set(double[] cues, Cue cue, double value) {
        cues[cue.ordinal()] = value;
    }
}
