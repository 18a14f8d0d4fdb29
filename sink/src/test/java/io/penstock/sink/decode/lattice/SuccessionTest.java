package io.penstock.sink.decode.lattice;

import static io.penstock.sink.Readings.glyph;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a free line may be: marks, then digits with separators among them, then marks; written as in a raw reading. */
class SuccessionTest {

    private static final String SYMBOLS = "0123456789X_*,-/";
    private static final int LENGTH = 4;

    private final LineModel indifferent = new LineModel(new double[Cue.values().length]);

    @Test
    void aLineIsMarksThenDigitsWithSeparatorsThenMarks() {
        List<String> strings = new ArrayList<>(List.of(""));
        for (int i = 0; i < strings.size() && strings.get(i).length() < LENGTH; i++) {
            for (char symbol : "07X_*,-/".toCharArray()) {
                strings.add(strings.get(i) + symbol);
            }
        }
        for (String string : strings.subList(1, strings.size())) {
            boolean line = string.matches("\\**([0-9]+(,+[0-9]+)*(/?-+)?)?");
            assertThat(read(string, Succession.ofLine(indifferent, true))).as(string).isEqualTo(line ? 1 : 0);
            assertThat(read(string, Succession.ofBoxes())).as(string).isEqualTo(1);
        }
    }

    @Test
    void onlyAnAmountSeldomBeginsWithAZeroAndOftenEndsWithSeveral() {
        LineModel model = LineModel.shipped();
        Map<String, Double> amount = weights(Succession.ofLine(model, true));
        Map<String, Double> other = weights(Succession.ofLine(model, false));
        assertThat(amount.get("077")).isLessThan(0.1 * amount.get("777"));
        assertThat(amount.get("700")).isGreaterThan(amount.get("770"));
        assertThat(amount.get("707")).isLessThan(amount.get("777"));
        assertThat(other.values()).containsOnly(1.0);
    }

    @Test
    void aMarkThatEndsTheDigitsCountsOnce() {
        LineModel model = LineModel.shipped();
        double end = model.factor(Cue.END);
        for (boolean amount : new boolean[] {true, false}) {
            Succession line = Succession.ofLine(model, amount);
            double digits = product("77", line);
            assertThat(product("77-", line)).isEqualTo(digits * end);
            assertThat(product("77--", line)).isEqualTo(digits * end);
            assertThat(product("77/-", line)).isEqualTo(digits);
            assertThat(product("70-", line)).isEqualTo(product("70", line) * end);
        }
    }

    private static Map<String, Double> weights(Succession succession) {
        Map<String, Double> weights = new TreeMap<>();
        for (String string : List.of("077", "777", "700", "770", "707")) {
            weights.put(string, product(string, succession));
        }
        return weights;
    }

    /** The factors along a string. */
    private static double product(String string, Succession succession) {
        int state = 0;
        double product = 1;
        for (char letter : string.toCharArray()) {
            product *= succession.factor()[state][SYMBOLS.indexOf(letter)];
            state = succession.next()[state][SYMBOLS.indexOf(letter)];
        }
        return product;
    }

    /** How many paths spell a string that is certain. */
    private static int read(String string, Succession succession) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < string.length(); i++) {
            double[] weights = new double[Edge.SYMBOLS];
            weights[SYMBOLS.indexOf(string.charAt(i))] = 1;
            edges.add(new Edge(glyph(i, i + 1, "7", 1, new Box(14 * i, 0, 12, 20)), weights));
        }
        List<Path> paths = new ArrayList<>();
        new Lattice(string.length() + 1, edges, succession).visit(paths::add);
        return paths.size();
    }
}
