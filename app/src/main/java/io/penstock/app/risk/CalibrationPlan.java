package io.penstock.app.risk;

import io.penstock.sink.risk.RiskContract.Unit;
import java.util.Map;

/**
 * What a contract is to promise, and how it is made.
 *
 * @param risks    greatest share (0 to 1) of accepted fields that may be wrong, by kind in lower case
 * @param delta    probability (0 to 1) with which each promise may fail
 * @param unit     what counts as an independent trial
 * @param fitShare share (0 to 1) of the documents on which confidence is fitted; the others bear out the promises
 */
public record CalibrationPlan(Map<String, Double> risks, double delta, Unit unit, double fitShare) {

    /** Copies the map. */
    public CalibrationPlan {
        risks = Map.copyOf(risks);
    }
}
