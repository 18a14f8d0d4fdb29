package io.penstock.train.tune;

import java.util.Comparator;
import java.util.Map;

/**
 * What one trial achieved on one rung: a line of the log.
 *
 * @param rung               number of the rung, from 1
 * @param trial              number of the trial
 * @param values             its values
 * @param samples            training samples that it was shown
 * @param parameters         number of trained parameters
 * @param validationAccuracy share (0 to 1) of validation digits that are right, at its best epoch
 * @param validationLoss     mean of the negative logarithm of the right class's probability, at the same epoch
 * @param seconds            time of the training, without what was done before it was resumed
 */
public record TrialResult(int rung, int trial, Map<String, Object> values, long samples, long parameters, double validationAccuracy,
                          double validationLoss, double seconds) {

    /** The best first: highest validation accuracy, of equals the lowest validation loss, of equals the earliest trial. */
    public static final Comparator<TrialResult> BEST_FIRST = Comparator.comparingDouble(TrialResult::validationAccuracy).reversed()
        .thenComparingDouble(TrialResult::validationLoss).thenComparingInt(TrialResult::trial);
}
