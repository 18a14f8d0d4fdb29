package io.penstock.classify.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Networks that answer together: the mean of the members' probabilities, scaled. Where there is a gate, a
 * small network answers alone what it is sure of. Lies as JSON beside the models.
 *
 * @param name        what it is asked for by
 * @param members     content hashes of the networks, at least one; each has the ten digits or, after them, reject as its classes
 * @param slant       from 0 to 1: the members see each glyph, and each line, as it is and leaning this much to the left and to the right,
 *                    in columns a row; 0: only as it is
 * @param scaling     what is done to the pooled probabilities
 * @param gate        who answers easy glyphs alone; null where every glyph goes to all members
 * @param lines       content hashes of the networks that read lines of free writing without cutting them; empty where none does
 * @param measured    figures by name, on the serving path; accuracies and rates are shares from 0 to 1
 * @param calibrated  what temperatures and level were fitted on, how and when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ensemble(String name, List<String> members, double slant, Scaling scaling, Gate gate,
                       @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> lines,
                       Map<String, Double> measured, String calibrated) {

    private static final String UNCALIBRATED = "not calibrated";

    /**
     * A small network before the ensemble.
     *
     * @param model   its content hash
     * @param scaling what is done to its probabilities
     * @param accept  above 0: it answers a glyph alone where its greatest scaled probability of a digit is at least this; above 1: never
     */
    public record Gate(String model, Scaling scaling, double accept) {

        /** Rejects what cannot answer. */
        public Gate {
            if (!(accept > 0)) {
                throw new IllegalArgumentException("gate " + model + " needs a level above 0");
            }
        }
    }

    /** Rejects what cannot answer. */
    public Ensemble {
        lines = lines == null ? List.of() : List.copyOf(lines);
        if (members.isEmpty() || !(slant >= 0 && slant <= 1)) {
            throw new IllegalArgumentException("ensemble " + name + " needs a member and a slant from 0 to 1");
        }
    }

    /** Returns networks that nothing has been fitted for: no slant, no scaling, no gate. */
    public static Ensemble uncalibrated(String name, List<String> members) {
        return new Ensemble(name, members, 0, Scaling.NONE, null, List.of(), Map.of(), UNCALIBRATED);
    }

    /** Returns the same members at the same slant without scaling and without a gate. */
    public Ensemble uncalibrated() {
        return new Ensemble(name, members, slant, Scaling.NONE, null, List.of(), Map.of(), UNCALIBRATED);
    }

    /** Returns the content hashes of all its networks, each once: the members, then the gate, then those for lines. */
    public Set<String> networks() {
        Set<String> networks = new LinkedHashSet<>(members);
        if (gate != null) {
            networks.add(gate.model());
        }
        networks.addAll(lines);
        return networks;
    }

    /** Returns the same ensemble with other readers of lines. */
    public Ensemble with(List<String> other) {
        return new Ensemble(name, members, slant, scaling, gate, other, measured, calibrated);
    }

    /** Returns the name and the content hash of everything that an answer depends on. */
    public String version() {
        String content = String.join(",", members) + ";" + slant + ";" + scaling.temperature() + ";" + scaling.reject()
            + (gate == null ? "" : ";" + gate.model() + ";" + gate.scaling().temperature() + ";" + gate.scaling().reject() + ";"
            + gate.accept())
            + (lines.isEmpty() ? "" : ";lines;" + String.join(",", lines));
        return name + "@" + ContentHash.of(content.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
