package io.penstock.sink.decode.lattice;

import static io.penstock.sink.Readings.glyph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.Box;
import io.penstock.schema.ClassifiedGlyph;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each cue says of ink that is known: a model that listens to one cue alone has its value as the logarithm of its weight. */
class LineModelTest {

    private static final String SYMBOLS = "0123456789X_*,-/";
    /** By name: top, foot, width, height. */
    private static final Map<String, LineShape> SHAPES = Map.of(
        "digit", new LineShape(1, 0, 0.6, 1), "low", new LineShape(0.5, 0, 0.6, 0.5), "tall", new LineShape(1.5, 0, 0.6, 1.5),
        "sunk", new LineShape(1, 0.5, 0.6, 1.5), "raised", new LineShape(1, -0.5, 0.6, 0.5), "narrow", new LineShape(1, 0, 0.3, 1),
        "comma", new LineShape(0.2, 0.6, 0.2, 0.8), "slash", new LineShape(1.6, 0.9, 0.3, 2.5), "dash", new LineShape(0.6, -0.2, 0.6, 0.4),
        "blot", new LineShape(1.5, 1, 2.4, 2.5));

    private static double cue(Cue cue, ClassifiedGlyph glyph, String shape, char symbol) {
        double[] weights = new double[Cue.values().length];
        weights[cue.ordinal()] = 1;
        return Math.log(new LineModel(weights).weight(glyph, SHAPES.get(shape), SYMBOLS.indexOf(symbol)));
    }

    private static ClassifiedGlyph read(String what) {
        return glyph(0, 1, what, 0.5, new Box(0, 0, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "DIGIT_READ, 4:0.25/9:0.75, digit, 4, -1.3863", "DIGIT_READ, 4:0.25/9:0.75, digit, 3, -11.5129",
        "DIGIT_LOW, 7:1, low, 7, 0.25", "DIGIT_LOW, 7:1, tall, 7, 0", "DIGIT_TALL, 7:1, tall, 7, 0.25", "DIGIT_TALL, 7:1, low, 7, 0",
        "DIGIT_SUNK, 7:1, sunk, 7, 0.25", "DIGIT_SUNK, 7:1, raised, 7, 0", "DIGIT_RAISED, 7:1, raised, 7, 0.25",
        "DIGIT_RAISED, 7:1, sunk, 7, 0",
        "ZERO_SMALL, 0:1, low, 0, 0.5", "ZERO_SMALL, 0:1, tall, 0, 0", "ZERO_SMALL, 8:1, low, 8, 0",
        "DIGIT_COMMA, 7:1, comma, 7, 1", "DIGIT_COMMA, 1:1, comma, 1, 1", "DIGIT_COMMA, 0:1, comma, 0, 0", "DIGIT_COMMA, 7:1, digit, 7, 0",
        "DIGIT_SLASH, 1:1, slash, 1, 1", "DIGIT_SLASH, 7:1, slash, 7, 1", "DIGIT_SLASH, 3:1, slash, 3, 0", "DIGIT_SLASH, 1:1, digit, 1, 0",
        "ONE_WIDE, 1:1, digit, 1, 0.6", "ONE_WIDE, 7:1, digit, 7, 0",
        "NARROW, 7:1, narrow, 7, 0.15", "NARROW, 7:1, digit, 7, 0", "NARROW, 1:1, narrow, 1, 0"})
    void ofADigit(Cue cue, String read, String shape, char symbol, double value) {
        assertThat(cue(cue, read(read), shape, symbol)).isCloseTo(value, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "LEADING_READ, X:0.5/8:0.5, digit, *, -0.6931", "LEADING_READ, 8:1, digit, *, -6.9078",
        "LEADING_FITS, X:0.5/8:0.5, digit, *, -0.6931", "LEADING_FITS, X:0.5/8:0.5, comma, *, 0",
        "LEADING_SIZE, X:1, narrow, *, 1", "LEADING_SIZE, X:1, blot, *, 2",
        "SEPARATOR_READ, X:0.25/1:0.25/8:0.5, comma, ',', -0.6931", "SEPARATOR_READ, X:0.25/1:0.25/8:0.5, digit, ',', -1.3863",
        "SEPARATOR_READ, X:0.25/5:0.125/9:0.125/0:0.5, comma, ',', -0.6931",
        "SEPARATOR_FITS, X:0.25/8:0.75, digit, ',', -1.3863", "SEPARATOR_FITS, X:0.25/8:0.75, comma, ',', 0",
        "SEPARATOR_SIZE, X:1, low, ',', 0.0991", "SEPARATOR_SIZE, X:1, digit, ',', 1", "SEPARATOR_SIZE, X:1, comma, ',', 0",
        "SEPARATOR_TOP, X:1, tall, ',', 1.5", "SEPARATOR_TOP, X:1, comma, ',', 0"})
    void ofAMarkBeforeOrBetweenDigits(Cue cue, String read, String shape, char symbol, double value) {
        assertThat(cue(cue, read(read), shape, symbol)).isCloseTo(value, within(1e-2));
    }

    @ParameterizedTest
    @CsvSource({
        "TERMINATOR_READ, X:0.125/1:0.25/7:0.125/8:0.5, slash, -, -0.6931", "TERMINATOR_READ, X:0.125/1:0.375/8:0.5, digit, -, -2.0794",
        "TERMINATOR_FITS, X:0.125/8:0.875, digit, -, -2.0794", "TERMINATOR_FITS, X:0.125/8:0.875, dash, -, -0.1708",
        "TERMINATOR_SIZE, X:1, digit, -, 1", "TERMINATOR_SIZE, X:1, slash, -, 0",
        "TERMINATOR_TOP, X:1, tall, -, 1.5", "TERMINATOR_TOP, X:1, slash, -, 1.6",
        "TERMINATOR_FLAT, X:1, dash, -, 0.5", "TERMINATOR_FLAT, X:1, slash, -, 0",
        "SLASH_READ, X:0.125/1:0.25/7:0.125/8:0.5, slash, /, -0.6931", "SLASH_READ, X:0.125/1:0.25/7:0.625, digit, /, -0.9808",
        "SLASH_HEIGHT, X:1, tall, /, 1.5", "SLASH_HEIGHT, X:1, slash, /, 2",
        "SLASH_WIDTH, X:1, narrow, /, 0.3", "SLASH_WIDTH, X:1, blot, /, 2"})
    void ofAMarkBehindTheDigits(Cue cue, String read, String shape, char symbol, double value) {
        assertThat(cue(cue, read(read), shape, symbol)).isCloseTo(value, within(1e-2));
    }

    @Test
    void everySymbolIsCountedAsWhatItIs() {
        Map<Cue, String> counted = Map.of(Cue.DIGIT, "0123456789", Cue.LEADING, "*", Cue.SEPARATOR, ",", Cue.TERMINATOR, "-",
            Cue.SLASH, "/");
        counted.forEach((cue, symbols) -> "0123456789*,-/".chars().forEach(symbol ->
            assertThat(cue(cue, read("7:0.5/X:0.5"), "digit", (char) symbol)).isEqualTo(symbols.indexOf(symbol) >= 0 ? 1 : 0)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0.25, -1.3863", "0, -13.8155"})
    void theShapesSayWhichCutsAreLikely(double prior, double value) {
        ClassifiedGlyph cut = ClassifiedGlyph.newBuilder(read("7:0.5/X:0.5")).setPrior(prior).build();
        "07*,-/".chars().forEach(symbol -> assertThat(cue(Cue.PRIOR, cut, "digit", (char) symbol)).isCloseTo(value, within(1e-3)));
    }

    @ParameterizedTest
    @EnumSource(value = Cue.class, names = {"ZERO_FIRST", "ZERO_AFTER_ZERO", "ZERO_AFTER_DIGIT", "END"})
    void whatDependsOnTheNeighboursIsNotSaidOfOneEdge(Cue cue) {
        IntStream.of(0, 7, Edge.TERMINATOR).forEach(symbol -> assertThat(LineModel.cues(read("0:0.5/X:0.5"), SHAPES.get("digit"), symbol)
            [cue.ordinal()]).isZero());
    }

    @Test
    void theShippedWeightsTakeInkForWhatItsSizeAndPlaceSay() {
        LineModel model = LineModel.shipped();
        ClassifiedGlyph stroke = read("1:0.5/X:0.5");
        ClassifiedGlyph flat = read("X:0.9/1:0.1");
        assertThat(likelier(model, stroke, "narrow", 1, Edge.SEPARATOR)).isTrue();
        assertThat(likelier(model, stroke, "comma", Edge.SEPARATOR, 1)).isTrue();
        assertThat(likelier(model, stroke, "slash", Edge.SLASH, 1)).isTrue();
        assertThat(likelier(model, flat, "dash", Edge.TERMINATOR, 1)).isTrue();
    }

    private static boolean likelier(LineModel model, ClassifiedGlyph glyph, String shape, int symbol, int other) {
        return model.weight(glyph, SHAPES.get(shape), symbol) > model.weight(glyph, SHAPES.get(shape), other);
    }
}
