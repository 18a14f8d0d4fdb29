package io.penstock.sink.risk;

import io.penstock.sink.risk.RiskContract.Unit;
import java.util.List;

/** Contracts for tests. */
public final class Contracts {

    private Contracts() {
    }

    /** Returns a contract that promises something for ZIP codes only and believes half of the log-odds. */
    public static RiskContract ofZip(String model, double level) {
        return new RiskContract("risk@000000000000", "2026-01-02T03:04:05Z", model, 0.05, Unit.FIELD,
            List.of(new ConfidenceMap(null, null, 0, 0.5, 100, 100, 20)),
            List.of(new RiskThreshold("zip", null, 0.01, level, 400, 400, 400, 300, 0, 0.00994, 0.75)));
    }
}
