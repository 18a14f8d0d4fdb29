package io.penstock.synth.augment;

import io.penstock.synth.augment.Intrusion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One kind of variation by itself, or one mixture, by name: for pictures of what augmentation does.
 *
 * @param name        short name
 * @param description what it does and how far, in a few words
 * @param variation   makes the variant
 */
public record NamedVariation(String name, String description, Variation variation) {

    /** Components that are bounds; the others are probabilities, and shown alone they are certain. */
    private static final Set<String> BOUNDS = Set.of("shift", "rotation", "zoom", "aspect", "shear", "elastic");

    private static final Map<String, String> WORDS = Map.ofEntries(
        Map.entry("shift", "moved by up to %s pixels on either axis"),
        Map.entry("rotation", "turned by up to %s° either way"),
        Map.entry("zoom", "larger or smaller by up to %s of its size"),
        Map.entry("aspect", "stretched: width to height changes by up to e^%s"),
        Map.entry("shear", "slanted by up to %s pixels a pixel"),
        Map.entry("elastic", "bent: nodes of a coarse grid move by up to %s pixels"),
        Map.entry("stroke", "a thinner or thicker pen"),
        Map.entry("gap", "the pen skips"),
        Map.entry("contrast", "lighter or darker greys"),
        Map.entry("blur", "out of focus"),
        Map.entry("noise", "the scanner's noise on ink and rims"));

    /** Makes a variant of a digit. */
    @FunctionalInterface
    public interface Variation {

        /** Writes 784 values from 0 (paper) to 1 (ink) into {@code target}; the arguments are those of {@link Augmentation#apply}. */
        void apply(byte[] digit, byte[] neighbour, SplittableRandom random, float[] target);
    }

    /** Returns the original, each kind of the standard augmentation alone, then the mixtures. */
    public static List<NamedVariation> all() {
        List<NamedVariation> all = new ArrayList<>();
        all.add(of("original", "as it is in the set", Augmentation.none()));
        AugmentationStrengths standard = AugmentationStrengths.of(Augmentation.standard());
        standard.values().forEach((name, strength) -> {
            if (!name.equals("intrusion")) {
                double alone = BOUNDS.contains(name) ? strength : 1;
                all.add(of(name, String.format(Locale.ROOT, WORDS.getOrDefault(name, name), strength),
                    standard.scaled(0).with(name, alone).augmentation()));
            }
        });
        for (Kind kind : Kind.values()) {
            all.add(new NamedVariation("intrusion: " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), words(kind),
                (digit, neighbour, random, target) -> intrude(kind, digit, neighbour, random, target)));
        }
        all.add(of("customary", "what is customary for MNIST together: rotation, zoom, shift, shear; filled from the nearest edge",
            Augmentation.customary()));
        all.add(of("mild", "as the shipped networks see two real digits in five", Augmentation.mild()));
        all.add(of("standard", "all together, as the shipped networks learn", Augmentation.standard()));
        return all;
    }

    /**
     * Returns a variant.
     *
     * @param digit     784 bytes, 0 is paper and 255 is ink
     * @param neighbour another digit of the same form
     * @param random    decides everything
     */
    public byte[] vary(byte[] digit, byte[] neighbour, SplittableRandom random) {
        float[] target = new float[digit.length];
        variation.apply(digit, neighbour, random, target);
        byte[] glyph = new byte[target.length];
        for (int i = 0; i < glyph.length; i++) {
            glyph[i] = (byte) Math.round(255 * target[i]);
        }
        return glyph;
    }

    private static NamedVariation of(String name, String description, Augmentation augmentation) {
        return new NamedVariation(name, description,
            (digit, neighbour, random, target) -> augmentation.apply(digit, neighbour, random, target, 0));
    }

    private static void intrude(Kind kind, byte[] digit, byte[] neighbour, SplittableRandom random, float[] target) {
        for (int i = 0; i < digit.length; i++) {
            target[i] = (digit[i] & 0xff) / 255f;
        }
        kind.draw(target, neighbour, random);
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case NEIGHBOUR -> "a part of the digit beside it reaches in";
            case SPECK -> "a comma or a speck of dirt";
            case STROKE_END -> "the end of a neighbour's stroke";
            case PRINTED_LINE -> "what dropout left of a box";
        };
    }
}
