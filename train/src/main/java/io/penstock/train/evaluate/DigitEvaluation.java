package io.penstock.train.evaluate;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.digit.DigitSet;

/** Measures a classifier on labelled digits, through the very call that the stream makes. */
public final class DigitEvaluation {

    private DigitEvaluation() {
    }

    /** Measures on a set of digits, at least one. */
    public static DigitReport evaluate(DigitSet digits, DigitClassifier classifier) {
        return DigitReport.of(Answers.of(digits, classifier));
    }
}
