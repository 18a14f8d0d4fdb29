package io.penstock.sink.risk;

/**
 * What turns the posterior of a field's text into a probability that can be believed: a line on log-odds.
 *
 * @param kind      kind of the fields, in lower case; null: every kind
 * @param form      name of their form; null: every form, and cut-outs without one
 * @param intercept log-odds of a text whose posterior is one half
 * @param slope     above 0: how much of the posterior's log-odds is believed
 * @param fields    labelled fields that it was fitted on
 * @param documents documents that they came from
 * @param wrong     how many of the fields were read wrong
 */
public record ConfidenceMap(String kind, String form, double intercept, double slope, int fields, int documents, int wrong) {

    /** No machine is ever certain. */
    private static final double MOST_CONFIDENT = 0.999999;
    private static final double LEAST_CONFIDENT = 1e-6;

    /** Rejects what would turn the order of confidences round. */
    public ConfidenceMap {
        if (!(slope > 0) || !Double.isFinite(intercept) || !Double.isFinite(slope)) {
            throw new IllegalArgumentException("a confidence map needs a finite intercept and a slope above 0");
        }
    }

    /** Returns the log-odds of a probability, cut off where no machine is ever certain. */
    public static double logOdds(double probability) {
        double p = Math.min(MOST_CONFIDENT, Math.max(LEAST_CONFIDENT, probability));
        return Math.log(p / (1 - p));
    }

    /** Returns the probability (0 to 1) that a text of this posterior is right. */
    public double confidence(double posterior) {
        double odds = intercept + slope * logOdds(posterior);
        return Math.min(MOST_CONFIDENT, 1 / (1 + Math.exp(-odds)));
    }
}
