package io.penstock.sink.decode.relation;

import io.penstock.schema.Relation;
import io.penstock.sink.decode.spelling.FieldPosterior;
import io.penstock.sink.decode.spelling.Hypothesis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Decodes fields that are tied by sums together: sum-product message passing between fields and relations.
 *
 * <p>Exact where the relations form no loop. A relation is taken to be kept with probability 1 − slip and to be off by any particular
 * amount with a part of slip: so a sum tips the scale between readings that are both likely, and never hides clear digits that do not
 * add up.
 */
public final class RelationSolver {

    private static final int MOST_SWEEPS = 6;
    /** Greatest share of the writers' slips by which a sum is off by one particular amount, such as a carry forgotten. */
    private static final double ONE_SLIP = 0.2;

    private final double slip;

    /** Takes the probability (0 to 1) that what a writer puts down does not add up. */
    public RelationSolver(double slip) {
        this.slip = ONE_SLIP * slip;
    }

    /** Returns the fields by name with their posteriors under all relations; relations that name an unknown field are left out. */
    public Map<String, FieldPosterior> solve(Map<String, FieldPosterior> fields, List<Relation> relations) {
        List<Sum> sums = relations.stream().filter(relation -> knows(fields, relation)).map(relation -> new Sum(relation, slip)).toList();
        Map<String, Belief> beliefs = new HashMap<>();
        for (Sum sum : sums) {
            sum.members().forEach(name -> beliefs.computeIfAbsent(name, key -> new Belief(fields.get(key))));
        }
        for (int sweep = 0; sweep < Math.min(MOST_SWEEPS, sums.size() + 1); sweep++) {
            sums.forEach(sum -> sum.send(beliefs));
        }
        Map<String, FieldPosterior> solved = new HashMap<>(fields);
        beliefs.forEach((name, belief) -> solved.put(name, belief.posterior()));
        return solved;
    }

    /** Returns the names of the fields of every relation that does not hold between the best readings of its fields. */
    public static List<String> broken(Map<String, FieldPosterior> fields, List<Relation> relations) {
        List<String> names = new ArrayList<>();
        for (Relation relation : relations) {
            List<String> members = Stream.concat(Stream.of(relation.getTotal()), relation.getTerms().stream()).toList();
            if (knows(fields, relation) && fails(fields, relation)) {
                names.addAll(members);
            }
        }
        return names;
    }

    /** A sum with a part that could not be read cannot be checked: that is not a failure of the others. */
    private static boolean fails(Map<String, FieldPosterior> fields, Relation relation) {
        long sum = 0;
        for (String term : relation.getTerms()) {
            Long value = value(fields.get(term));
            if (value == null) {
                return false;
            }
            sum += value;
        }
        FieldPosterior total = fields.get(relation.getTotal());
        Long value = value(total);
        return value != null && !total.best().orElseThrow().text().isEmpty() && value != sum;
    }

    private static Long value(FieldPosterior field) {
        return field.best().map(Hypothesis::summand).orElse(null);
    }

    private static boolean knows(Map<String, FieldPosterior> fields, Relation relation) {
        return fields.containsKey(relation.getTotal()) && fields.keySet().containsAll(relation.getTerms());
    }
}
