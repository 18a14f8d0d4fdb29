package io.penstock.app.risk;

import io.penstock.sink.risk.ConfidenceMap;
import java.util.List;

/**
 * Fits maps from posterior to confidence by logistic regression on log-odds, pulled towards the map of the larger group it belongs to: much
 * while there are few fields, hardly where there are many.
 */
final class ConfidenceFit {

    /** What is believed where there is no field at all. */
    static final ConfidenceMap AS_DECODED = new ConfidenceMap(null, null, 0, 1, 0, 0, 0);

    private static final int STEPS = 50;
    /** Standard deviations of how far a group lies from the larger one: intercept in log-odds, slope. */
    private static final double INTERCEPT_SPREAD = 1;
    private static final double SLOPE_SPREAD = 0.3;
    private static final double LEAST_SLOPE = 0.05;
    private static final double ENOUGH = 1e-9;

    private ConfidenceFit() {
    }

    /** Returns the map of fields of a kind and form, null for all, near that of a larger group. */
    static ConfidenceMap fit(String kind, String form, List<Trial> trials, ConfidenceMap larger) {
        double intercept = larger.intercept();
        double slope = larger.slope();
        for (int step = 0; step < STEPS; step++) {
            double g0 = (intercept - larger.intercept()) / (INTERCEPT_SPREAD * INTERCEPT_SPREAD);
            double g1 = (slope - larger.slope()) / (SLOPE_SPREAD * SLOPE_SPREAD);
            double h00 = 1 / (INTERCEPT_SPREAD * INTERCEPT_SPREAD);
            double h01 = 0;
            double h11 = 1 / (SLOPE_SPREAD * SLOPE_SPREAD);
            for (Trial trial : trials) {
                double x = ConfidenceMap.logOdds(trial.posterior());
                double p = 1 / (1 + Math.exp(-intercept - slope * x));
                double error = p - (trial.right() ? 1 : 0);
                g0 += error;
                g1 += error * x;
                h00 += p * (1 - p);
                h01 += p * (1 - p) * x;
                h11 += p * (1 - p) * x * x;
            }
            double det = h00 * h11 - h01 * h01;
            double byIntercept = (h11 * g0 - h01 * g1) / det;
            double bySlope = (h00 * g1 - h01 * g0) / det;
            double shorten = 1 / Math.max(1, Math.max(Math.abs(byIntercept), Math.abs(bySlope)));
            intercept -= shorten * byIntercept;
            slope = Math.max(LEAST_SLOPE, slope - shorten * bySlope);
            if (Math.abs(byIntercept) + Math.abs(bySlope) < ENOUGH) {
                break;
            }
        }
        int documents = (int) trials.stream().map(Trial::document).distinct().count();
        int wrong = (int) trials.stream().filter(trial -> !trial.right()).count();
        return new ConfidenceMap(kind, form, intercept, slope, trials.size(), documents, wrong);
    }
}
