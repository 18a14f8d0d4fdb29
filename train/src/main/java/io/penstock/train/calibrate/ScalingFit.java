package io.penstock.train.calibrate;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.model.Scaling;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * Fits a scaling. The temperature is the one at which a classifier is, on average, as sure of a digit among the digits as it is right. The
 * weight of reject then has the least log loss over digits and rubbish, where rubbish counts as {@value #RUBBISH_SHARE} of all: training
 * draws nearly ten times as much, and a classifier would keep that expectation.
 *
 * <p>See Clarté et al., "Expectation consistency for calibration of neural networks", UAI 2023; for ensembles, pool first and scale
 * then: Rahaman and Thiery, "Uncertainty quantification and deep ensembles", NeurIPS 2021; for the weight, Saerens et al., "Adjusting the
 * outputs of a classifier to new a priori probabilities", Neural Computation 2002. The temperature of least log loss (Guo et al., ICML
 * 2017) bends to the few digits that nobody can read, and leaves the many too unsure: docs/model-card.md has both measured.
 */
final class ScalingFit {

    /** What share of the glyphs of filled boxes is expected to be no digit: filler marks, strike-outs, stray lines. */
    static final double RUBBISH_SHARE = 0.02;

    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 5;
    private static final double LEAST_WEIGHT = 1e-3;
    private static final double MOST_WEIGHT = 1e3;
    private static final double SURE = 1 - 1e-7;

    private final float[][] digits;
    private final byte[] labels;
    private final float[][] rubbish;

    /**
     * Fits on pooled probabilities of digits and of rubbish, reject last where there is one, and the digits that should have been answered.
     */
    ScalingFit(float[][] digits, byte[] labels, float[][] rubbish) {
        this.digits = digits;
        this.labels = labels;
        this.rubbish = rubbish;
    }

    /** Returns both values to three decimals. */
    Scaling fit() {
        double accuracy = IntStream.range(0, labels.length).filter(i -> DigitClassifier.digit(digits[i]) == labels[i]).count()
            / (double) labels.length;
        double temperature = rounded(boundary(LOWEST, HIGHEST, candidate -> confidence(candidate) > accuracy));
        if (Arrays.stream(rubbish).noneMatch(one -> one.length > DigitClassifier.REJECT && one[DigitClassifier.REJECT] > 0)) {
            return new Scaling(temperature, 1);
        }
        return new Scaling(temperature, rounded(boundary(LEAST_WEIGHT, MOST_WEIGHT,
            candidate -> expected(new Scaling(temperature, candidate)) < RUBBISH_SHARE)));
    }

    /** Returns where, between two values above 0, a condition that holds for the lower ones ends. */
    private static double boundary(double low, double high, DoublePredicate holds) {
        double from = low;
        double to = high;
        while (to / from > 1.0001) {
            double middle = Math.sqrt(from * to);
            if (holds.test(middle)) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return to;
    }

    /** Returns the mean probability of the most probable digit, among the digits alone: the higher the temperature, the lower. */
    private double confidence(double temperature) {
        Scaling scaling = new Scaling(temperature, 1);
        return Arrays.stream(digits).map(scaling::of)
            .mapToDouble(one -> one[DigitClassifier.digit(one)] / (1 - Math.min(SURE, reject(one)))).average().orElse(1);
    }

    /**
     * Returns the mean probability of reject over digits and rubbish by their shares: it grows with the weight, and the weight of least log
     * loss, whose derivative by the weight's logarithm is this less the share, is where it is the share.
     */
    private double expected(Scaling scaling) {
        return (1 - RUBBISH_SHARE) * reject(scaling, digits) + RUBBISH_SHARE * reject(scaling, rubbish);
    }

    private static double reject(Scaling scaling, float[][] pooled) {
        return Arrays.stream(pooled).mapToDouble(one -> reject(scaling.of(one))).average().orElse(0);
    }

    private static double reject(float... distribution) {
        return distribution.length > DigitClassifier.REJECT ? distribution[DigitClassifier.REJECT] : 0;
    }

    private static double rounded(double value) {
        return Math.round(1000 * value) / 1000.0;
    }
}
