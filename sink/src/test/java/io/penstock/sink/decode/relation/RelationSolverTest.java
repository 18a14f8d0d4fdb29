package io.penstock.sink.decode.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.Relation;
import io.penstock.sink.decode.spelling.FieldPosterior;
import io.penstock.sink.decode.spelling.Hypothesis;
import io.penstock.sink.rule.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RelationSolverTest {

    private static final double SLIP = 0.1;
    /** By one particular amount a sum is off a fifth as often as at all. */
    private static final double ONE_SLIP = 0.02;

    private final RelationSolver solver = new RelationSolver(SLIP);

    private static Hypothesis of(String text, double posterior) {
        return new Hypothesis(null, text, text.isEmpty() ? null : text, null, posterior);
    }

    private static FieldPosterior field(Hypothesis... hypotheses) {
        return new FieldPosterior(null, List.of(hypotheses));
    }

    private static FieldPosterior certain(String text) {
        return field(of(text, 1));
    }

    /** A field with a few small numbers, or nothing, or what is no number; what is left is anything else. */
    private static FieldPosterior random(Random random) {
        List<Hypothesis> hypotheses = new ArrayList<>();
        double left = 1;
        for (int i = random.nextInt(3); i >= 0; i--) {
            double posterior = left * (0.1 + 0.8 * random.nextDouble());
            left -= posterior;
            int value = random.nextInt(5) + 5 * i;
            String text = value % 5 == 4 ? "" : Integer.toString(value / 2);
            hypotheses.add(random.nextInt(6) == 0 ? new Hypothesis(null, text, null, Reason.WRONG_LENGTH, posterior) : of(text, posterior));
        }
        return new FieldPosterior(null, hypotheses);
    }

    @Property(tries = 60)
    void posteriorsAreThoseOfAllReadingsOfAllFieldsTogether(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, FieldPosterior> fields = new LinkedHashMap<>();
        for (String name : List.of("a", "b", "sum", "c", "total", "alone")) {
            fields.put(name, random(random));
        }
        List<Relation> relations = List.of(new Relation("sum", List.of("a", "b")), new Relation("total", List.of("sum", "c")));
        Map<String, FieldPosterior> solved = solver.solve(fields, relations);
        Map<String, double[]> exact = exact(fields, relations);
        fields.forEach((name, field) -> {
            for (int i = 0; i < field.hypotheses().size(); i++) {
                Hypothesis before = field.hypotheses().get(i);
                double expected = exact.get(name)[i];
                assertThat(solved.get(name).hypotheses()).as(name + " " + fields).anySatisfy(after -> {
                    assertThat(after.withPosterior(0)).isEqualTo(before.withPosterior(0));
                    assertThat(after.posterior()).isCloseTo(expected, within(1e-6));
                });
            }
        });
    }

    /** Goes through every reading of all fields, the last of each field being anything else. */
    private static Map<String, double[]> exact(Map<String, FieldPosterior> fields, List<Relation> relations) {
        Map<String, double[]> exact = new HashMap<>();
        fields.forEach((name, field) -> exact.put(name, new double[field.hypotheses().size() + 1]));
        List<String> names = List.copyOf(fields.keySet());
        int[] reading = new int[names.size()];
        double all = 0;
        for (boolean more = true; more; more = next(reading, names, fields)) {
            double weight = 1;
            for (int i = 0; i < reading.length; i++) {
                List<Hypothesis> hypotheses = fields.get(names.get(i)).hypotheses();
                double known = hypotheses.stream().mapToDouble(Hypothesis::posterior).sum();
                weight *= reading[i] < hypotheses.size() ? hypotheses.get(reading[i]).posterior() : 1 - known;
            }
            for (Relation relation : relations) {
                weight *= holds(relation, reading, names, fields) ? 1 - ONE_SLIP : ONE_SLIP;
            }
            for (int i = 0; i < reading.length; i++) {
                exact.get(names.get(i))[reading[i]] += weight;
            }
            all += weight;
        }
        double sum = all;
        exact.values().forEach(weights -> IntStream.range(0, weights.length).forEach(i -> weights[i] /= sum));
        return exact;
    }

    private static boolean next(int[] reading, List<String> names, Map<String, FieldPosterior> fields) {
        for (int i = 0; i < reading.length; i++) {
            if (reading[i] < fields.get(names.get(i)).hypotheses().size()) {
                reading[i]++;
                return true;
            }
            reading[i] = 0;
        }
        return false;
    }

    private static boolean holds(Relation relation, int[] reading, List<String> names, Map<String, FieldPosterior> fields) {
        long sum = 0;
        for (String term : relation.getTerms()) {
            Long value = value(term, reading, names, fields);
            if (value == null) {
                return false;
            }
            sum += value;
        }
        Long total = value(relation.getTotal(), reading, names, fields);
        List<Hypothesis> totals = fields.get(relation.getTotal()).hypotheses();
        int read = reading[names.indexOf(relation.getTotal())];
        return total != null && !totals.get(read).text().isEmpty() && total == sum;
    }

    private static Long value(String name, int[] reading, List<String> names, Map<String, FieldPosterior> fields) {
        int read = reading[names.indexOf(name)];
        List<Hypothesis> hypotheses = fields.get(name).hypotheses();
        return read < hypotheses.size() ? hypotheses.get(read).summand() : null;
    }

    @Test
    void ofManyReadingsTheLikeliestAreHeldAgainstTheSum() {
        List<Hypothesis> many = new ArrayList<>(List.of(of("7", 0.3), of("9", 0.4)));
        for (int i = 0; i < 120; i++) {
            many.add(of(Integer.toString(100 + i), 0.002));
        }
        Map<String, FieldPosterior> fields = Map.of("a", new FieldPosterior(null, many), "b", certain("5"), "sum", certain("12"));
        Map<String, FieldPosterior> solved = solver.solve(fields, List.of(new Relation("sum", List.of("a", "b"))));
        assertThat(solved.get("a").best().orElseThrow().text()).isEqualTo("7");
        assertThat(solved.get("a").best().orElseThrow().posterior()).isGreaterThan(0.95);
        Map<String, FieldPosterior> sum = Map.of("sum", new FieldPosterior(null, many), "a", certain("4"), "b", certain("3"));
        Map<String, FieldPosterior> turned = solver.solve(sum, List.of(new Relation("sum", List.of("a", "b"))));
        assertThat(turned.get("sum").best().orElseThrow().text()).isEqualTo("7");
    }

    @Test
    void ofVeryManyPartialSumsTheLikeliestAreFollowed() {
        Map<String, FieldPosterior> fields = new HashMap<>();
        List<String> terms = new ArrayList<>();
        int unit = 1;
        for (int i = 0; i < 3; i++) {
            List<Hypothesis> many = new ArrayList<>(List.of(of(Integer.toString(unit), 0.5), of(Integer.toString(2 * unit), 0.4)));
            for (int more = 3; more < 33; more++) {
                many.add(of(Integer.toString(more * unit), 0.003));
            }
            terms.add("t" + i);
            fields.put("t" + i, new FieldPosterior(null, many));
            unit *= 100;
        }
        fields.put("sum", certain("20101"));
        Map<String, FieldPosterior> solved = solver.solve(fields, List.of(new Relation("sum", terms)));
        assertThat(terms).extracting(term -> solved.get(term).best().orElseThrow().text()).containsExactly("1", "100", "20000");
    }

    @Test
    void aSumOfAFieldThatIsNotOnThePageSaysNothing() {
        Map<String, FieldPosterior> fields = Map.of("a", field(of("1", 0.6), of("2", 0.4)), "sum", certain("2"));
        for (Relation unknown : List.of(new Relation("sum", List.of("a", "gone")), new Relation("gone", List.of("a")))) {
            assertThat(solver.solve(fields, List.of(unknown))).isEqualTo(fields);
            assertThat(RelationSolver.broken(fields, List.of(unknown))).isEmpty();
        }
    }

    @Test
    void aSumThatDoesNotHoldNamesAllItsFields() {
        Relation relation = new Relation("sum", List.of("a", "b"));
        Map<String, FieldPosterior> fields = new HashMap<>(Map.of("a", certain("1"), "b", certain("2"), "sum", certain("4")));
        assertThat(RelationSolver.broken(fields, List.of(relation))).containsExactly("sum", "a", "b");
        fields.put("sum", certain("3"));
        assertThat(RelationSolver.broken(fields, List.of(relation))).isEmpty();
        fields.put("b", certain(""));
        assertThat(RelationSolver.broken(fields, List.of(relation))).containsExactly("sum", "a", "b");
        fields.put("sum", certain(""));
        assertThat(RelationSolver.broken(fields, List.of(relation))).isEmpty();
    }

    @Test
    void aSumWithAPartThatCannotBeReadIsNotBroken() {
        Relation relation = new Relation("sum", List.of("a", "b"));
        FieldPosterior unreadable = new FieldPosterior(null, List.of());
        for (String name : List.of("a", "b", "sum")) {
            Map<String, FieldPosterior> fields = new HashMap<>(Map.of("a", certain("1"), "b", certain("2"), "sum", certain("4")));
            fields.put(name, unreadable);
            assertThat(RelationSolver.broken(fields, List.of(relation))).isEmpty();
            fields.put(name, field(new Hypothesis(null, "1", null, Reason.WRONG_LENGTH, 1)));
            assertThat(RelationSolver.broken(fields, List.of(relation))).isEmpty();
        }
    }
}
