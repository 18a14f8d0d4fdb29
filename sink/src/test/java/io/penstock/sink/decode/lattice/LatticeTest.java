package io.penstock.sink.decode.lattice;

import static io.penstock.sink.Readings.glyph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.penstock.schema.Box;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatticeTest {

    private static final int DIGITS = 10;

    @Test
    void aScribbleOfHundredsOfPiecesHasNoPathAndEnds() {
        assertThat(Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> paths(400, 1e-3))).isEmpty();
    }

    @Test
    void equallyProbableStringsEndTheSearchBeforeMemoryEnds() {
        assertThat(Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> paths(40, 1))).isNotNull();
    }

    @Property(tries = 60)
    void theWaysThroughALatticeAreOneTogetherAndComeMostProbableFirst(@ForAll long seed, @ForAll boolean line) {
        Random random = new Random(seed);
        int nodes = 2 + random.nextInt(3);
        List<Edge> edges = random(random, nodes);
        Succession succession = line ? Succession.ofLine(LineModel.shipped(), true) : Succession.ofBoxes();
        List<Path> paths = new ArrayList<>();
        new Lattice(nodes, edges, succession).visit(paths::add);

        assertThat(paths).isNotEmpty().isSortedAccordingTo(Comparator.comparingDouble(Path::probability).reversed());
        assertThat(paths).extracting(Path::steps).doesNotHaveDuplicates();
        assertThat(paths.stream().mapToDouble(Path::probability).sum()).isCloseTo(1, within(1e-6));
        assertThat(paths).allSatisfy(path -> {
            assertThat(path.steps().get(0).edge().glyph().getFrom()).isZero();
            assertThat(path.steps().get(path.steps().size() - 1).edge().glyph().getTo()).isEqualTo(nodes - 1);
        });
        double ratio = weight(paths.get(0), succession) / weight(paths.get(paths.size() - 1), succession);
        assertThat(paths.get(0).probability() / paths.get(paths.size() - 1).probability()).isCloseTo(ratio, withinPercentage(1e-3));
    }

    @Test
    void aCertainLatticeIsReadAsItIs() {
        List<Path> paths = new ArrayList<>();
        List<Edge> edges = IntStream.range(0, 3).mapToObj(i -> Edge.of(glyph(i, i + 1, i + ":1", 1, new Box(14 * i, 0, 12, 20)))).toList();
        new Lattice(4, edges, Succession.ofBoxes()).visit(paths::add);
        assertThat(paths).hasSize(1);
        assertThat(paths.get(0).probability()).isEqualTo(1);
        assertThat(paths.get(0).steps()).extracting(Path.Step::symbol).containsExactly(0, 1, 2);
    }

    @Test
    void theSearchEndsWhenEnoughIsSeen() {
        List<Path> seen = paths(4, 1, 3);
        assertThat(seen).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "-1, 1", "2, 3"})
    void anEdgeThatLeadsOutOfTheLatticeIsRefused(int from, int to) {
        List<Edge> edges = List.of(new Edge(glyph(from, to, "0", 1, new Box(0, 0, 12, 20)), weights(1)));
        assertThatThrownBy(() -> new Lattice(3, edges, Succession.ofBoxes())).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("lattice of 3");
    }

    /** Edges of one or two cuts with a few symbols each; one from each cut to the next. */
    private static List<Edge> random(Random random, int nodes) {
        List<Edge> edges = new ArrayList<>();
        for (int from = 0; from < nodes - 1; from++) {
            for (int to = from + 1; to <= Math.min(nodes - 1, from + 2); to++) {
                double[] weights = new double[Edge.SYMBOLS];
                for (int symbol : new int[] {0, 7, Edge.LEADING, Edge.SEPARATOR, Edge.TERMINATOR, Edge.SLASH}) {
                    weights[symbol] = 1e-3 + random.nextDouble() * random.nextDouble();
                }
                edges.add(new Edge(glyph(from, to, "0", 1, new Box(14 * from, 0, 12, 20)), weights));
            }
        }
        return edges;
    }

    private static double weight(Path path, Succession succession) {
        int state = 0;
        double weight = 1;
        for (Path.Step step : path.steps()) {
            weight *= step.edge().weights()[step.symbol()] * succession.factor()[state][step.symbol()];
            state = succession.next()[state][step.symbol()];
        }
        return weight;
    }

    /** Searches a chain of so many glyphs, each equally likely any digit, for a thousand of its strings. */
    private static List<Path> paths(int glyphs, double prior) {
        return paths(glyphs, prior, 1000);
    }

    private static List<Path> paths(int glyphs, double prior, int enough) {
        List<Edge> edges = IntStream.range(0, glyphs).mapToObj(i -> new Edge(glyph(i, i + 1, "0", prior, new Box(14 * i, 0, 12, 20)),
            weights(prior))).toList();
        List<Path> paths = new ArrayList<>();
        new Lattice(glyphs + 1, edges, Succession.ofBoxes()).visit(path -> paths.add(path) && paths.size() < enough);
        return paths;
    }

    private static double[] weights(double prior) {
        double[] weights = new double[Edge.SYMBOLS];
        Arrays.fill(weights, 0, DIGITS, prior / DIGITS);
        return weights;
    }
}
