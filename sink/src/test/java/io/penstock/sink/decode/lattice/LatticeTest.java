package io.penstock.sink.decode.lattice;

import static io.penstock.sink.Readings.glyph;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.Box;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

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

    /** Searches a chain of so many glyphs, each equally likely any digit, for all its strings. */
    private static List<Path> paths(int glyphs, double prior) {
        List<Edge> edges = IntStream.range(0, glyphs).mapToObj(i -> new Edge(glyph(i, i + 1, "0", prior, new Box(14 * i, 0, 12, 20)),
            weights(prior))).toList();
        List<Path> paths = new ArrayList<>();
        new Lattice(glyphs + 1, edges, Succession.ofBoxes()).visit(path -> paths.add(path) && paths.size() < 1000);
        return paths;
    }

    private static double[] weights(double prior) {
        double[] weights = new double[Edge.SYMBOLS];
        Arrays.fill(weights, 0, DIGITS, prior / DIGITS);
        return weights;
    }
}
