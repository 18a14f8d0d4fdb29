package io.penstock.sink.decode.relation;

import io.penstock.sink.decode.spelling.FieldPosterior;
import io.penstock.sink.decode.spelling.Hypothesis;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is believed of one field while its relations exchange messages: a probability for each valid hypothesis that has a whole-number
 * value, and one for anything else.
 */
final class Belief {

    private final FieldPosterior prior;
    private final Map<Sum, double[]> messages = new HashMap<>();

    Belief(FieldPosterior prior) {
        this.prior = prior;
    }

    /** Returns the hypotheses of the field, in the order of the beliefs. */
    List<Hypothesis> hypotheses() {
        return prior.hypotheses();
    }

    /** Takes what a relation says: a factor for each hypothesis and, last, one for anything else. */
    void take(Sum from, double[] message) {
        messages.put(from, message);
    }

    /** Returns the probability of each hypothesis and, last, of anything else, from all but one relation. */
    double[] without(Sum relation) {
        int size = prior.hypotheses().size();
        double[] belief = new double[size + 1];
        double rest = 1;
        for (int i = 0; i < size; i++) {
            belief[i] = prior.hypotheses().get(i).posterior();
            rest -= belief[i];
        }
        belief[size] = Math.max(0, rest);
        messages.forEach((from, message) -> {
            if (from != relation) {
                Arrays.setAll(belief, i -> belief[i] * message[i]);
            }
        });
        double total = Arrays.stream(belief).sum();
        return Arrays.stream(belief).map(p -> total > 0 ? p / total : 0).toArray();
    }

    /** Returns the field with the posteriors that all relations agree on. */
    FieldPosterior posterior() {
        double[] belief = without(null);
        List<Hypothesis> hypotheses = prior.hypotheses();
        List<Hypothesis> changed = IntStream.range(0, hypotheses.size())
            .mapToObj(i -> hypotheses.get(i).withPosterior(belief[i])).toList();
        return new FieldPosterior(prior.raw(), changed);
    }
}
