package io.penstock.sink.decode;

import io.penstock.schema.FieldKind;
import java.util.Map;

/**
 * What a decoder assumes about writers, and from which posterior on it accepts a number.
 *
 * @param acceptance      least posterior (0 to 1) of an accepted number
 * @param acceptanceOf    the same for single kinds, where it differs
 * @param invalidPrior    probability (0 to 1) that a writer breaks a rule of a field, such as a check digit
 * @param relationPrior   probability (0 to 1) that the numbers a writer puts down do not add up
 * @param maxPaths        how many readings of one field are looked at, most probable first
 * @param windowStart     first of the hundred years that two-digit years mean
 * @param candidates      how many possible readings a review is given
 */
public record DecoderSettings(double acceptance, Map<FieldKind, Double> acceptanceOf, double invalidPrior, double relationPrior,
                              int maxPaths, int windowStart, int candidates) {

    /** Copies the map. */
    public DecoderSettings {
        acceptanceOf = Map.copyOf(acceptanceOf);
    }

    /** Returns the defaults of the configuration. */
    public static DecoderSettings standard() {
        return new DecoderSettings(0.98, Map.of(), 0.003, 0.01, 2000, 1950, 10);
    }

    /** Returns the least posterior of an accepted number of a kind. */
    double acceptance(FieldKind kind) {
        return acceptanceOf.getOrDefault(kind, acceptance);
    }
}
