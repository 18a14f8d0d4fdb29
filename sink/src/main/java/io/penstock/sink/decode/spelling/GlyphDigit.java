package io.penstock.sink.decode.spelling;

import io.penstock.schema.Alternative;
import io.penstock.schema.Digit;
import io.penstock.sink.decode.lattice.Edge;
import io.penstock.sink.decode.lattice.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the record of one digit out of the step that reads it. */
final class GlyphDigit {

    private static final int MOST_ALTERNATIVES = 3;
    private static final double LEAST_PROBABILITY = 1e-6;

    private GlyphDigit() {
    }

    /** Returns the digit with the few others that its glyph may be. */
    static Digit of(Path.Step step) {
        List<Alternative> alternatives = IntStream.range(0, Edge.MARK)
            .filter(digit -> digit != step.symbol() && step.edge().probability(digit) >= LEAST_PROBABILITY)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer digit) -> -step.edge().probability(digit)))
            .limit(MOST_ALTERNATIVES)
            .map(digit -> new Alternative(digit.toString(), step.edge().probability(digit)))
            .toList();
        return new Digit(Integer.toString(step.symbol()), step.edge().probability(step.symbol()), alternatives, step.edge().box());
    }
}
