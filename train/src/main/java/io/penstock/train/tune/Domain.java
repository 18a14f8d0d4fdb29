package io.penstock.train.tune;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;

/** The values that a search may give one parameter: numbers ({@link Double}) or names ({@link String}). */
public sealed interface Domain {

    /** Returns a value drawn at random. */
    Object draw(SplittableRandom random);

    /** Returns the values of a grid, each once. */
    List<Object> grid();

    /**
     * Some values, each as likely as the others.
     *
     * @param values at least one
     */
    record Choice(List<Object> values) implements Domain {

        @Override
        public Object draw(SplittableRandom random) {
            return values.get(random.nextInt(values.size()));
        }

        @Override
        public List<Object> grid() {
            return values;
        }
    }

    /**
     * All numbers of a range.
     *
     * @param from        least
     * @param to          greatest, above {@code from}
     * @param logarithmic whether each factor, rather than each difference, is as likely; then {@code from} is above 0
     * @param whole       whether only whole numbers are meant
     * @param points      how many a grid has, both ends among them; at least 2
     */
    record Range(double from, double to, boolean logarithmic, boolean whole, int points) implements Domain {

        @Override
        public Object draw(SplittableRandom random) {
            return at(random.nextDouble());
        }

        @Override
        public List<Object> grid() {
            LinkedHashSet<Object> values = new LinkedHashSet<>();
            for (int i = 0; i < points; i++) {
                values.add(at(i / (points - 1.0)));
            }
            return new ArrayList<>(values);
        }

        private Object at(double share) {
            double value = logarithmic ? from * Math.pow(to / from, share) : from + (to - from) * share;
            return whole ? (double) Math.round(value) : rounded(value);
        }

        /** Four significant digits: more would only make the tables harder to read. */
        private double rounded(double value) {
            double rounded = BigDecimal.valueOf(value).round(new MathContext(4)).doubleValue();
            return Math.min(to, Math.max(from, rounded));
        }
    }
}
