package io.penstock.synth.augment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers of an {@link Augmentation} by their names, so that they can be changed one by one or all together.
 *
 * @param values strength of each, by the name of the record's component
 */
public record AugmentationStrengths(Map<String, Double> values) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Returns those of an augmentation. */
    public static AugmentationStrengths of(Augmentation augmentation) {
        return new AugmentationStrengths(JSON.convertValue(augmentation, new TypeReference<LinkedHashMap<String, Double>>() { }));
    }

    /** Returns {@code factor} times each; 0 varies nothing. */
    public AugmentationStrengths scaled(double factor) {
        Map<String, Double> scaled = new LinkedHashMap<>(values);
        scaled.replaceAll((name, strength) -> strength * factor);
        return new AugmentationStrengths(scaled);
    }

    /** Returns the same with one strength replaced. */
    public AugmentationStrengths with(String name, double strength) {
        Map<String, Double> changed = new LinkedHashMap<>(values);
        changed.put(name, strength);
        return new AugmentationStrengths(changed);
    }

    /** Returns the augmentation of these strengths. */
    public Augmentation augmentation() {
        return JSON.convertValue(values, Augmentation.class);
    }
}
