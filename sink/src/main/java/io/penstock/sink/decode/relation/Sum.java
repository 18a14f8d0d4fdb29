package io.penstock.sink.decode.relation;

import io.penstock.schema.Relation;
import io.penstock.sink.decode.spelling.Hypothesis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One relation as it talks to its fields: tells each of them how likely the equation holds for each of its values.
 *
 * <p>Runs forward and backward over partial sums of the terms, so that forty terms cost no more than forty times one.
 */
final class Sum {

    private static final int MOST_SUMS = 4096;
    private static final int MOST_VALUES = 64;
    private static final double NEGLIGIBLE = 1e-12;

    private final Relation relation;
    private final double slip;

    Sum(Relation relation, double slip) {
        this.relation = relation;
        this.slip = slip;
    }

    /** Returns the names of its fields: the terms, then the total. */
    List<String> members() {
        List<String> members = new ArrayList<>(relation.getTerms());
        members.add(relation.getTotal());
        return members;
    }

    /** Hears what the fields believe without this relation and tells each of them what the others make likely. */
    void send(Map<String, Belief> beliefs) {
        List<String> terms = relation.getTerms();
        List<Map<Long, Double>> values = new ArrayList<>();
        List<Map<Long, Double>> before = new ArrayList<>();
        before.add(Map.of(0L, 1.0));
        for (String term : terms) {
            Map<Long, Double> of = values(beliefs.get(term), true);
            values.add(of);
            before.add(add(before.get(before.size() - 1), of));
        }
        Belief total = beliefs.get(relation.getTotal());
        Map<Long, Double> wanted = values(total, false);
        tell(total, before.get(terms.size()), false);
        for (int i = terms.size() - 1; i >= 0; i--) {
            Map<Long, Double> holds = new HashMap<>();
            Map<Long, Double> wantedBefore = new HashMap<>();
            for (Map.Entry<Long, Double> sum : before.get(i).entrySet()) {
                for (Map.Entry<Long, Double> value : values.get(i).entrySet()) {
                    double rest = wanted.getOrDefault(sum.getKey() + value.getKey(), 0.0);
                    if (rest > 0) {
                        holds.merge(value.getKey(), sum.getValue() * rest, Double::sum);
                        wantedBefore.merge(sum.getKey(), value.getValue() * rest, Double::sum);
                    }
                }
            }
            tell(beliefs.get(terms.get(i)), holds, true);
            wanted = wantedBefore;
        }
    }

    private void tell(Belief field, Map<Long, Double> holds, boolean term) {
        List<Hypothesis> hypotheses = field.hypotheses();
        double[] message = new double[hypotheses.size() + 1];
        Arrays.fill(message, slip);
        for (int i = 0; i < hypotheses.size(); i++) {
            Long value = summand(hypotheses.get(i), term);
            double kept = value == null ? 0 : Math.min(1, holds.getOrDefault(value, 0.0));
            message[i] = (1 - slip) * kept + slip * (1 - kept);
        }
        field.take(this, message);
    }

    private Map<Long, Double> values(Belief field, boolean term) {
        double[] belief = field.without(this);
        Map<Long, Double> values = new HashMap<>();
        for (int i = 0; i < field.hypotheses().size(); i++) {
            Long value = summand(field.hypotheses().get(i), term);
            if (value != null && belief[i] > NEGLIGIBLE) {
                values.merge(value, belief[i], Double::sum);
            }
        }
        return likeliest(values, MOST_VALUES);
    }

    /** An empty term adds nothing; an empty total says nothing. */
    private static Long summand(Hypothesis hypothesis, boolean term) {
        return hypothesis.text().isEmpty() && !term ? null : hypothesis.summand();
    }

    private static Map<Long, Double> add(Map<Long, Double> sums, Map<Long, Double> values) {
        Map<Long, Double> added = new HashMap<>();
        sums.forEach((sum, p) -> values.forEach((value, q) -> {
            if (p * q > NEGLIGIBLE) {
                added.merge(sum + value, p * q, Double::sum);
            }
        }));
        return likeliest(added, MOST_SUMS);
    }

    private static Map<Long, Double> likeliest(Map<Long, Double> all, int limit) {
        if (all.size() <= limit) {
            return all;
        }
        Map<Long, Double> likely = new HashMap<>();
        all.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).limit(limit)
            .forEach(entry -> likely.put(entry.getKey(), entry.getValue()));
        return likely;
    }
}
