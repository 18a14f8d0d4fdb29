package io.penstock.classify.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Networks that answer together: the mean of the members' probabilities, sharpened or softened by one temperature. Where there is a gate, a
 * small network answers alone what it is sure of. Lies as JSON beside the models.
 *
 * @param name        what it is asked for by
 * @param members     content hashes of the networks, at least one; each has the ten digits or, after them, reject as its classes
 * @param reject      content hash of a network that tells digits (class 0) from the rest (class 1), for members without a class for it;
 *                    null where there is none
 * @param temperature greater than 0: pooled probabilities are raised to its inverse; 1 leaves them alone
 * @param gate        who answers easy glyphs alone; null where every glyph goes to all members
 * @param measured    figures by name, on the serving path; accuracies and rates are shares from 0 to 1
 * @param calibrated  what temperatures and level were fitted on, how and when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ensemble(String name, List<String> members, String reject, double temperature, Gate gate, Map<String, Double> measured,
                       String calibrated) {

    /**
     * A small network before the ensemble.
     *
     * @param model       its content hash
     * @param temperature greater than 0: its probabilities are raised to its inverse
     * @param accept      above 0: it answers a glyph alone where its greatest scaled probability of a digit is at least this; above 1: never
     */
    public record Gate(String model, double temperature, double accept) {

        /** Rejects what cannot answer. */
        public Gate {
            if (!(temperature > 0) || !(accept > 0)) {
                throw new IllegalArgumentException("gate " + model + " needs a temperature and a level above 0");
            }
        }
    }

    /** Rejects what cannot answer. */
    public Ensemble {
        if (members.isEmpty() || !(temperature > 0)) {
            throw new IllegalArgumentException("ensemble " + name + " needs a member and a temperature above 0");
        }
    }

    /** Returns the content hashes of all its networks, each once: the members, then reject and gate. */
    public Set<String> networks() {
        Set<String> networks = new LinkedHashSet<>(members);
        if (reject != null) {
            networks.add(reject);
        }
        if (gate != null) {
            networks.add(gate.model());
        }
        return networks;
    }

    /** Returns the name and the content hash of everything that an answer depends on. */
    public String version() {
        String content = String.join(",", members) + ";" + reject + ";" + temperature + (gate == null ? "" : ";" + gate);
        return name + "@" + ContentHash.of(content.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
