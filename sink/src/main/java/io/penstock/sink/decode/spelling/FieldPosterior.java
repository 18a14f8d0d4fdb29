package io.penstock.sink.decode.spelling;

import io.penstock.sink.rule.Reason;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may stand in a field: its hypotheses, the rest of the probability being that it is something else.
 *
 * @param raw        the most probable path before any rule; null where the glyphs do not join up
 * @param hypotheses distinct, the one to be taken first, then by posterior
 */
public record FieldPosterior(Spelling raw, List<Hypothesis> hypotheses) {

    /**
     * Sorts the hypotheses: by their string, whatever its value, then by themselves. A string with a hole in it is taken only where there
     * is nothing else.
     */
    public FieldPosterior {
        Map<String, Double> strings = new HashMap<>();
        hypotheses.stream().filter(hypothesis -> !hasHole(hypothesis))
            .forEach(hypothesis -> strings.merge(hypothesis.text(), hypothesis.posterior(), Double::sum));
        hypotheses = hypotheses.stream().sorted(Comparator.comparing(FieldPosterior::hasHole)
            .thenComparing(Comparator.comparingDouble((Hypothesis one) -> hasHole(one) ? 0 : strings.get(one.text())).reversed())
            .thenComparing(Comparator.comparingDouble(Hypothesis::posterior).reversed())).toList();
    }

    private static boolean hasHole(Hypothesis hypothesis) {
        return hypothesis.flaw() == Reason.NOT_A_DIGIT;
    }

    /** Returns the probability (0 to 1) of a string of digits, whatever its value. */
    public double probability(String text) {
        return hypotheses.stream().filter(hypothesis -> hypothesis.text().equals(text)).mapToDouble(Hypothesis::posterior).sum();
    }

    /** Returns the hypothesis to be taken; empty where nothing could be read. */
    public Optional<Hypothesis> best() {
        return hypotheses.stream().findFirst();
    }
}
