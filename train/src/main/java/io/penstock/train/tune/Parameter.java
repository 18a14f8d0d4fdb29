package io.penstock.train.tune;

import io.penstock.classify.engine.plan.Shape;
import io.penstock.synth.augment.Augmentation;
import io.penstock.train.run.Schedule;
import io.penstock.train.zoo.Architecture;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Something that a search can set, by its name in the file of a space.
 *
 * @param name  {@code learningRate}, {@code augmentation.rotation}, …
 * @param names what it can be where it is a name; empty where it is a number
 * @param least least number
 * @param most  greatest number
 * @param whole whether only whole numbers are meant
 */
public record Parameter(String name, List<String> names, double least, double most, boolean whole) {

    static final String ARCHITECTURE = "architecture";
    static final String WIDTH = "width";
    static final String DROPOUT = "dropout";
    static final String LEARNING_RATE = "learningRate";
    static final String SCHEDULE = "schedule";
    static final String BATCH = "batch";
    static final String AVERAGE = "average";
    static final String AUGMENTATION = "augmentation";
    static final String AUGMENTATION_PREFIX = AUGMENTATION + ".";

    /** Returns all there are. */
    public static List<Parameter> all() {
        List<Parameter> all = new ArrayList<>(List.of(
            name(ARCHITECTURE, Arrays.stream(Architecture.values()).filter(one -> one.input().equals(Shape.GLYPH)).map(Architecture::id)
            .toList()),
            number(WIDTH, 0.125, 4), number(DROPOUT, 0, 0.95),
            number(LEARNING_RATE, 1e-7, 1), name(SCHEDULE, Schedule.ids()), new Parameter(BATCH, List.of(), 1, 4096, true),
            number(AVERAGE, 0, 0.99999), number(AUGMENTATION, 0, 3)));
        for (RecordComponent strength : Augmentation.class.getRecordComponents()) {
            all.add(number(AUGMENTATION_PREFIX + strength.getName(), 0, 45));
        }
        return all;
    }

    /** Returns the one of a name, or nothing. */
    static Optional<Parameter> of(String name) {
        return all().stream().filter(one -> one.name.equals(name)).findFirst();
    }

    boolean isName() {
        return !names.isEmpty();
    }

    /** Returns what it can be, in words. */
    String bounds() {
        return isName() ? "one of " + String.join(", ", names) : (whole ? "a whole number" : "a number") + " from " + least + " to " + most;
    }

    boolean allows(Object value) {
        if (isName()) {
            return value instanceof String && names.contains(value);
        }
        return value instanceof Double number && number >= least && number <= most && (!whole || number == Math.rint(number));
    }

    private static Parameter name(String name, List<String> names) {
        return new Parameter(name, names, 0, 0, false);
    }

    private static Parameter number(String name, double least, double most) {
        return new Parameter(name, List.of(), least, most, false);
    }
}
