package io.penstock.app.risk;

import io.penstock.sink.risk.ConfidenceMap;
import io.penstock.sink.risk.RiskContract;
import io.penstock.sink.risk.RiskContract.Unit;
import io.penstock.sink.risk.RiskContractFile;
import io.penstock.sink.risk.RiskThreshold;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a risk contract of labelled fields. Documents are split by the hash of their name: on some confidence is fitted, on the others
 * thresholds are found and borne out, so that neither knows the other.
 *
 * <p>Each kind gets one threshold over all its forms, and each form of it a threshold of its own where its fields alone support one.
 */
public final class Calibration {

    /** A group with fewer fields than this has no map of its own. */
    private static final int LEAST_FIELDS = 20;

    private final CalibrationPlan plan;
    private final List<Trial> fitted;
    private final List<Trial> held;
    private final List<ConfidenceMap> maps;
    private final List<RiskThreshold> thresholds = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private Calibration(CalibrationPlan plan, List<Trial> trials) {
        this.plan = plan;
        List<Trial> acceptable = trials.stream().filter(Trial::acceptable).toList();
        fitted = acceptable.stream().filter(trial -> hash(trial.document()) < plan.fitShare()).toList();
        held = trials.stream().filter(trial -> hash(trial.document()) >= plan.fitShare()).toList();
        maps = fitMaps();
    }

    /** Makes what the plan asks for as far as the trials support it. */
    public static Calibration of(CalibrationPlan plan, List<Trial> trials) {
        Calibration calibration = new Calibration(plan, trials);
        new TreeMap<>(plan.risks()).forEach(calibration::promise);
        return calibration;
    }

    /** Returns the promises that could not be made; a contract stands only where there are none. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Returns the trials that the promises were tested on, those that go to a person anyway included. */
    public List<Trial> held() {
        return held;
    }

    /** Returns the contract with its version; {@code model} is the ensemble that the fields were read with. */
    public RiskContract contract(String model, Instant now) {
        return new RiskContractFile().signed(new RiskContract("", now.toString(), model, plan.delta(), plan.unit(), maps, thresholds));
    }

    /** Returns the calibrated confidence (0 to 1) of a trial. */
    public double confidence(Trial trial) {
        return maps.stream().filter(map -> Objects.equals(map.kind(), trial.kind()) && Objects.equals(map.form(), trial.form())).findFirst()
            .or(() -> maps.stream().filter(map -> Objects.equals(map.kind(), trial.kind()) && map.form() == null).findFirst())
            .orElse(maps.get(0)).confidence(trial.posterior());
    }

    private List<ConfidenceMap> fitMaps() {
        List<ConfidenceMap> made = new ArrayList<>();
        ConfidenceMap all = ConfidenceFit.fit(null, null, fitted, ConfidenceFit.AS_DECODED);
        made.add(all);
        groups(fitted, Trial::kind).forEach((kind, ofKind) -> {
            ConfidenceMap map = ConfidenceFit.fit(kind, null, ofKind, all);
            made.add(map);
            groups(ofKind, Trial::form).forEach((form, ofForm) -> made.add(ConfidenceFit.fit(kind, form, ofForm, map)));
        });
        return made;
    }

    private static Map<String, List<Trial>> groups(List<Trial> trials, Function<Trial, String> by) {
        Map<String, List<Trial>> groups = trials.stream().filter(trial -> by.apply(trial) != null)
            .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
        groups.values().removeIf(group -> group.size() < LEAST_FIELDS);
        return groups;
    }

    private void promise(String kind, double risk) {
        List<Trial> ofKind = held.stream().filter(trial -> trial.kind().equals(kind)).toList();
        if (ofKind.isEmpty()) {
            refusals.add(new Refusal(Refusal.Code.NO_LABELLED_FIELDS, kind, "no field of kind " + kind
                + " was read; name truth that holds some, or leave the kind out"));
            return;
        }
        RiskThreshold pooled = threshold(kind, null, risk, ofKind);
        if (pooled == null) {
            refusals.add(new Refusal(Refusal.Code.RISK_NOT_SUPPORTED, kind, shortage(kind, risk, ofKind)));
            return;
        }
        thresholds.add(pooled);
        groups(ofKind, Trial::form).forEach((form, ofForm) -> {
            RiskThreshold own = threshold(kind, form, risk, ofForm);
            if (own != null) {
                thresholds.add(own);
            }
        });
    }

    private RiskThreshold threshold(String kind, String form, double risk, List<Trial> fields) {
        List<Trial> counted = counted(fields);
        ThresholdSearch.Found found = new ThresholdSearch(risk, plan.delta()).search(ranking(counted));
        if (found == null) {
            return null;
        }
        long read = fields.stream().filter(trial -> trial.acceptable() && confidence(trial) >= found.level()).count();
        return new RiskThreshold(kind, form, risk, found.level(), fields.size(), documents(fields), counted.size(), found.accepted(),
            found.wrong(), found.bound(), (double) read / fields.size());
    }

    private String shortage(String kind, double risk, List<Trial> fields) {
        List<Trial> counted = counted(fields);
        Ranking ranking = ranking(counted);
        OptionalInt needed = new ThresholdSearch(risk, plan.delta()).needed(ranking);
        boolean byDocument = plan.unit() == Unit.DOCUMENT;
        String units = byDocument ? "documents" : "fields";
        String have = String.format(Locale.ROOT, "%s: at most %s wrong, at %s certainty, is more than %d fields in %d documents can show "
            + "(%d count, %d of them wrong).", kind, percent(risk), percent(1 - plan.delta()), fields.size(), documents(fields),
            counted.size(), ranking.wrong(ranking.size()));
        String least = String.format(Locale.ROOT, " Even without one error it takes %d accepted %s.",
            RiskBound.errorFree(risk, plan.delta()), units);
        double labelled = (byDocument ? documents(fields) : fields.size()) / Math.max(1.0, counted.size()) / (1 - plan.fitShare());
        return have + least + (needed.isPresent()
            ? String.format(Locale.ROOT, " With fields like these about %.0f labelled %s would do; or state a greater risk.",
                Math.ceil(needed.getAsInt() * labelled), units)
            : " More fields like these would not do: the surest of them are wrong too often. State a greater risk.")
            + (byDocument && documents(fields) < fields.size() ? " Only one field of each document counts; --unit field counts all." : "");
    }

    /** What a promise is tested on: what confidence alone decides, and of each document one field where its fields hang together. */
    private List<Trial> counted(List<Trial> fields) {
        Stream<Trial> acceptable = fields.stream().filter(Trial::acceptable);
        if (plan.unit() == Unit.FIELD) {
            return acceptable.toList();
        }
        Map<String, List<Trial>> byDocument = acceptable.collect(Collectors.groupingBy(Trial::document, TreeMap::new, Collectors.toList()));
        return byDocument.entrySet().stream().map(entry -> {
            List<Trial> several = entry.getValue().stream().sorted(Comparator.comparingDouble(Trial::posterior)).toList();
            return several.get((int) (hash("one of " + entry.getKey()) * several.size()));
        }).toList();
    }

    private Ranking ranking(List<Trial> trials) {
        boolean[] right = new boolean[trials.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = trials.get(i).right();
        }
        return new Ranking(trials.stream().mapToDouble(this::confidence).toArray(), right);
    }

    private static int documents(List<Trial> trials) {
        return (int) trials.stream().map(Trial::document).distinct().count();
    }

    /** A number from 0 to less than 1 that depends on a name only. */
    private static double hash(String name) {
        return (UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits() >>> 11) * 0x1p-53;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%s %%", BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString());
    }
}
