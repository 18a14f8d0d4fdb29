package io.penstock.train.variants;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Where values lie.
 *
 * @param mean      their mean
 * @param deviation their standard deviation as a sample; null for fewer than two
 */
record Spread(double mean, Double deviation) {

    static Spread of(double... values) {
        double mean = DoubleStream.of(values).average().orElse(Double.NaN);
        Double deviation = values.length < 2 ? null
            : Math.sqrt(DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1));
        return new Spread(mean, deviation);
    }

    String text(int digits) {
        String format = "%." + digits + "f";
        return deviation == null ? String.format(Locale.ROOT, format, mean) : String.format(Locale.ROOT, format + " ± " + format, mean,
            deviation);
    }
}
