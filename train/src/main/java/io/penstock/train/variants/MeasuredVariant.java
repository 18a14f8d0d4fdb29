package io.penstock.train.variants;

import io.penstock.train.evaluate.Answers;
import io.penstock.train.evaluate.DigitReport;
import io.penstock.train.evaluate.RubbishReport;
import java.util.Map;

/**
 * A variant with what was measured on it.
 *
 * @param variant      what was measured
 * @param answers      as served, for each set by name
 * @param uncalibrated the same at temperature 1 and without a gate; only for ensembles
 * @param reports      figures of {@code answers}
 * @param rubbish      what it makes of things that are no digits
 * @param pieces       picture of unseen pieces with its answers
 */
record MeasuredVariant(Variant variant, Map<String, Answers> answers, Map<String, Answers> uncalibrated,
                       Map<String, DigitReport> reports, RubbishReport rubbish, byte[] pieces) {
}
