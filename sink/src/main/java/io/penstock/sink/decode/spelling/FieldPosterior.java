package io.penstock.sink.decode.spelling;

import io.penstock.sink.rule.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What may stand in a field: its hypotheses, the rest of the probability being that it is something else.
 *
 * @param raw        the most probable path before any rule; null where the glyphs do not join up
 * @param hypotheses distinct, the one to be taken first, then by posterior
 */
public record FieldPosterior(Spelling raw, List<Hypothesis> hypotheses) {

    /** A string with a hole in it is taken only where there is nothing else; then the most probable. */
    private static final Comparator<Hypothesis> ORDER = Comparator
        .comparing((Hypothesis hypothesis) -> hypothesis.flaw() == Reason.NOT_A_DIGIT)
        .thenComparing(Comparator.comparingDouble(Hypothesis::posterior).reversed());

    /** Sorts the hypotheses. */
    public FieldPosterior {
        hypotheses = hypotheses.stream().sorted(ORDER).toList();
    }

    /** Returns the hypothesis to be taken; empty where nothing could be read. */
    public Optional<Hypothesis> best() {
        return hypotheses.stream().findFirst();
    }
}
