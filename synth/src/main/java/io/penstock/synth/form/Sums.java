package io.penstock.synth.form;

import io.penstock.schema.Relation;
import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.FormDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the numbers of fields that are tied to each other, so that every relation of the form holds. */
final class Sums {

    private static final int ATTEMPTS = 5_000;
    private static final int ATTEMPTS_PER_SHRINKING = 40;

    private final FormDefinition form;
    private final Map<String, FieldDefinition> fields;

    Sums(FormDefinition form) {
        this.form = form;
        this.fields = form.fields().stream().collect(Collectors.toMap(FieldDefinition::name, field -> field));
    }

    /** Returns the names of all fields that a relation speaks of. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        for (Relation relation : form.relations()) {
            names.add(relation.getTotal());
            names.addAll(relation.getTerms());
        }
        return names;
    }

    /**
     * Draws a number for each of {@link #names()}.
     *
     * @return digits without leading zeros, by field
     * @throws IllegalArgumentException where no draw satisfies all relations
     */
    Map<String, String> draw(NumberDraw draw) {
        Set<String> totals = form.relations().stream().map(Relation::getTotal).collect(Collectors.toSet());
        List<FieldDefinition> leaves = form.fields().stream()
            .filter(field -> names().contains(field.name()) && !totals.contains(field.name())).toList();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long divisor = 1L + attempt / ATTEMPTS_PER_SHRINKING;
            Map<String, Long> values = new HashMap<>();
            leaves.forEach(leaf -> values.put(leaf.name(), Long.parseLong(draw.draw(leaf)) / divisor));
            addUp(values);
            if (values.size() == names().size() && holds(values)) {
                return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> Long.toString(e.getValue())));
            }
        }
        throw new IllegalArgumentException("form " + form.name() + ": no numbers satisfy all its relations; check them, "
            + "or leave this form out");
    }

    /** Totals of totals need a pass each. */
    private void addUp(Map<String, Long> values) {
        for (int pass = 0; pass < form.relations().size(); pass++) {
            for (Relation relation : form.relations()) {
                if (values.keySet().containsAll(relation.getTerms())) {
                    values.putIfAbsent(relation.getTotal(), sum(relation, values));
                }
            }
        }
    }

    private boolean holds(Map<String, Long> values) {
        return form.relations().stream().allMatch(relation -> values.get(relation.getTotal()) == sum(relation, values))
            && values.entrySet().stream().allMatch(e -> fits(fields.get(e.getKey()), e.getValue()));
    }

    private static long sum(Relation relation, Map<String, Long> values) {
        return relation.getTerms().stream().mapToLong(values::get).sum();
    }

    private static boolean fits(FieldDefinition field, long value) {
        return Long.toString(value).length() <= NumberDraw.most(field)
            && (field.rules().getMax() == null || value <= Double.parseDouble(field.rules().getMax()))
            && (field.rules().getMin() == null || value >= Double.parseDouble(field.rules().getMin()));
    }
}
