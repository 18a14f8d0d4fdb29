package io.penstock.synth.option;

import java.util.Map;
import java.util.stream.Stream;

/**
 * What goes wrong with samples on purpose, so that anyone can measure what it costs on their own form.
 *
 * @param strengths how strongly, 0 to 1; what is left out does not go wrong
 */
public record Mishaps(Map<Mishap, Double> strengths) {

    /** Checks the ranges and copies the map. */
    public Mishaps {
        strengths = Map.copyOf(strengths);
        strengths.forEach((mishap, strength) -> Ranges.share(mishap.knob(), strength));
    }

    /** Returns that nothing goes wrong. */
    public static Mishaps none() {
        return new Mishaps(Map.of());
    }

    /** Returns that one thing goes wrong. */
    public static Mishaps of(Mishap mishap, double strength) {
        return new Mishaps(Map.of(mishap, strength));
    }

    /** Returns how strongly something goes wrong, 0 to 1. */
    public double strength(Mishap mishap) {
        return strengths.getOrDefault(mishap, 0.0);
    }

    /** Returns whether any of some things goes wrong. */
    public boolean any(Mishap... some) {
        return Stream.of(some).anyMatch(mishap -> strength(mishap) > 0);
    }
}
