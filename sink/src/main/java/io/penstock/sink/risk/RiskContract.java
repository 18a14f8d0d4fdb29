package io.penstock.sink.risk;

import io.penstock.schema.FieldKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was promised about accepted numbers, and the figures that bear it out: maps from posterior to confidence, and thresholds.
 *
 * <p>For a field that of its form and kind counts, else that of its kind, else (maps only) that of all kinds. Each promise holds by itself
 * with probability 1 − delta over the labelled documents that it was made from.
 *
 * @param version    {@code risk@} and the hash of everything else in it
 * @param created    when it was made, an ISO instant
 * @param model      version of the ensemble that it was measured with; it holds for no other
 * @param delta      probability (0 to 1) with which a promise may fail
 * @param unit       what counts as an independent trial
 * @param maps       at least the one of all kinds
 * @param thresholds promises, at most one for each form and kind
 */
public record RiskContract(String version, String created, String model, double delta, Unit unit, List<ConfidenceMap> maps,
                           List<RiskThreshold> thresholds) {

    /** What counts as an independent trial. */
    public enum Unit {
        /** One field of each document, whatever its other fields do. */
        DOCUMENT,
        /** Every field: those of one document are taken to be as independent as those of different ones. */
        FIELD
    }

    /** Copies the lists. */
    public RiskContract {
        maps = List.copyOf(maps);
        thresholds = List.copyOf(thresholds);
        if (maps.stream().noneMatch(map -> map.kind() == null && map.form() == null)) {
            throw new IllegalArgumentException("a risk contract needs a confidence map for all kinds");
        }
    }

    /** Returns the calibrated confidence (0 to 1) of a field's text; {@code form} is null for a cut-out. */
    public double confidence(String form, FieldKind kind, double posterior) {
        return find(maps, ConfidenceMap::form, ConfidenceMap::kind, form, kind)
            .or(() -> maps.stream().filter(map -> map.kind() == null && map.form() == null).findFirst())
            .orElseThrow().confidence(posterior);
    }

    /** Returns the promise for a field; empty where there is none. */
    public Optional<RiskThreshold> threshold(String form, FieldKind kind) {
        return find(thresholds, RiskThreshold::form, RiskThreshold::kind, form, kind);
    }

    private static <T> Optional<T> find(List<T> all, Function<T, String> formOf, Function<T, String> kindOf, String form, FieldKind kind) {
        List<T> ofKind = all.stream().filter(one -> kind.name().toLowerCase(Locale.ROOT).equals(kindOf.apply(one))).toList();
        return ofKind.stream().filter(one -> form != null && form.equals(formOf.apply(one))).findFirst()
            .or(() -> ofKind.stream().filter(one -> formOf.apply(one) == null).findFirst());
    }
}
