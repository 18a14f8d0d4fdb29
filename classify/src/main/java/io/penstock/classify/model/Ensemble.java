package io.penstock.classify.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Networks that answer together: the mean of the members' probabilities, sharpened or softened by one temperature, times the probability
 * that the glyph is a digit at all. Lies as JSON beside the models.
 *
 * @param name        what it is asked for by
 * @param members     content hashes of the networks for the ten digits, at least one
 * @param reject      content hash of the network that tells digits (class 0) from the rest (class 1)
 * @param temperature greater than 0: pooled probabilities are raised to its inverse; 1 leaves them alone
 * @param measured    figures by name, on the serving path; accuracies and rates are shares from 0 to 1
 * @param calibrated  what the temperature was fitted on, how and when
 */
public record Ensemble(String name, List<String> members, String reject, double temperature, Map<String, Double> measured,
                       String calibrated) {

    /** Rejects what cannot answer. */
    public Ensemble {
        if (members.isEmpty() || !(temperature > 0)) {
            throw new IllegalArgumentException("ensemble " + name + " needs a member and a temperature above 0");
        }
    }

    /** Returns the name and the content hash of everything that an answer depends on. */
    public String version() {
        String content = String.join(",", members) + ";" + reject + ";" + temperature;
        return name + "@" + ContentHash.of(content.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
