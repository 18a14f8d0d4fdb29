package io.penstock.sink.decode.line;

import static io.penstock.sink.Readings.field;
import static io.penstock.sink.Readings.glyph;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.penstock.schema.Box;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.sink.decode.DecodedField;
import io.penstock.sink.decode.DecoderSettings;
import io.penstock.sink.decode.NumberDecoder;
import io.penstock.sink.decode.lattice.Edge;
import io.penstock.sink.decode.lattice.Path;
import io.penstock.sink.decode.spelling.FieldPosterior;
import io.penstock.sink.decode.spelling.Hypothesis;
import io.penstock.sink.decode.spelling.LineSpeller;
import io.penstock.sink.decode.spelling.Spelling;
import io.penstock.sink.rule.FieldRule;
import io.penstock.sink.rule.Reason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineVoteTest {

    private static final int NOTHING = 12;
    private static final int SEPARATOR = 10;
    private static final double WHOLE = 0.99;

    private final NumberDecoder decoder = new NumberDecoder(DecoderSettings.standard());

    @Test
    void readersThatAgreeAreSurerThanOneAlone() {
        DecodedField alone = decode(FieldKind.DIGITS, cut("4:0.7/9:0.3", "2"));
        DecodedField both = decode(FieldKind.DIGITS, cut("4:0.7/9:0.3", "2"), NOTHING, 4, NOTHING, 2);

        assertThat(both.text()).isEqualTo("42");
        assertThat(both.confidence()).isGreaterThan(alone.confidence());
    }

    @Test
    void theLineDecidesWhereTheCutsAreInDoubt() {
        assertThat(decode(FieldKind.DIGITS, cut("4:0.5/9:0.5", "2"), NOTHING, 9, NOTHING, 2).text()).isEqualTo("92");
    }

    @Test
    void readersThatDisagreeLeaveTheNumberToAPerson() {
        DecodedField number = decode(FieldKind.DIGITS, cut("4", "2"), NOTHING, 1, NOTHING, 7, NOTHING, 3);

        assertThat(number.reasons()).contains("LOW_CONFIDENCE");
        assertThat(number.candidates()).extracting(c -> c.getText()).contains("42", "173");
    }

    @Test
    void aStringThatNoCutGivesIsReadFromTheLineWithItsCents() {
        DecodedField amount = decode(FieldKind.AMOUNT, cut("X", "X"), 1, NOTHING, 2, SEPARATOR, 5, NOTHING, 0, NOTHING);

        assertThat(amount.value()).isEqualTo("12.50");
        assertThat(amount.digits()).extracting(digit -> digit.getDigit()).containsExactly("1", "2", "5", "0");
    }

    /** The pool of what a lattice says and of a line of these frames, for a field with at most 50 on it. */
    private static FieldPosterior pooled(FieldPosterior lattice, int... frames) {
        FieldRules rules = rules(FieldKind.INTEGER).setMax("50").build();
        return new LineVote(LineNetworks.of(LineFramesTest.reading(LineFramesTest.frames(frames))), new LineSpeller(rules),
            new FieldRule(rules, 1950), 0.01).pooled(lattice);
    }

    private static Hypothesis cut(String text, Reason flaw, double posterior) {
        List<Path.Step> digits = IntStream.range(0, text.length()).mapToObj(i -> new Path.Step(
            Edge.of(glyph(i, i + 1, text.substring(i, i + 1), 1, new Box(20 * i, 10, 14, 20))), text.charAt(i) - '0')).toList();
        return new Hypothesis(new Spelling(text, digits, 0, 1, 1, false, null), text, flaw == null ? text : null, flaw, posterior);
    }

    private static double line(String text, int... frames) {
        return LineNetworks.of(LineFramesTest.reading(LineFramesTest.frames(frames))).probability(text);
    }

    @Test
    void aStringIsAsProbableAsBothReadersSayEachToItsPower() {
        int[] frames = {4, NOTHING, 2};
        FieldPosterior both = pooled(new FieldPosterior(null, List.of(cut("42", null, 0.7), cut("12", null, 0.3))), frames);
        double rest = 1 - both.hypotheses().stream().mapToDouble(one -> line(one.text(), frames)).sum();
        double expected = Math.pow(0.7 / 0.3, 0.4) * Math.pow(line("42", frames) / Math.max(4e-4, line("12", frames)), 0.825);
        assertThat(both.probability("42") / both.probability("12")).isCloseTo(expected, withinPercentage(1e-6));
        // what neither has read: as little as the lattice ever says, and what is left of the line
        double left = 1 - both.hypotheses().stream().mapToDouble(Hypothesis::posterior).sum();
        double unread = Math.pow(6.4e-6 / 0.7, 0.4) * Math.pow(Math.max(4e-4, rest) / line("42", frames), 0.825);
        assertThat(left / both.probability("42")).isCloseTo(unread, withinPercentage(1e-6));
    }

    @Test
    void aStringThatOnlyTheLineReadsCountsLittleAndLessWhereItBreaksARule() {
        int[] frames = {9, NOTHING, 2};
        FieldPosterior both = pooled(new FieldPosterior(null, List.of(cut("42", null, 1))), frames);
        Hypothesis wrong = both.hypotheses().stream().filter(one -> one.text().equals("92")).findFirst().orElseThrow();
        assertThat(wrong.flaw()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(wrong.value()).isNull();
        double expected = Math.pow(6.4e-6, 0.4) * 0.01 * Math.pow(line("92", frames) / line("42", frames), 0.825);
        assertThat(wrong.posterior() / both.probability("42")).isCloseTo(expected, withinPercentage(1e-6));
    }

    @Test
    void ofTheSameStringTwiceTheLikelierCounts() {
        Hypothesis hole = cut("42", Reason.NOT_A_DIGIT, 0.2);
        Hypothesis whole = cut("42", null, 0.6);
        for (List<Hypothesis> cuts : List.of(List.of(hole, whole), List.of(whole, hole))) {
            assertThat(pooled(new FieldPosterior(null, cuts), 4, NOTHING, 2).hypotheses()).filteredOn(one -> one.text().equals("42"))
                .singleElement().extracting(Hypothesis::flaw).isNull();
        }
        assertThat(pooled(new FieldPosterior(null, List.of(hole, whole.withPosterior(0.1))), 4, NOTHING, 2).hypotheses())
            .filteredOn(one -> one.text().equals("42")).singleElement().extracting(Hypothesis::flaw).isEqualTo(Reason.NOT_A_DIGIT);
    }

    @Test
    void theRawReadingIsTheCutOneUnlessTheLineSeesNothingOfIt() {
        Spelling cut = cut("42", null, 1).spelling();
        FieldPosterior lattice = new FieldPosterior(cut, List.of(cut("42", null, 1)));
        assertThat(pooled(lattice, 4, NOTHING, 2).raw()).isSameAs(cut);
        assertThat(pooled(lattice, 4, NOTHING, 7).raw()).isSameAs(cut);
        assertThat(pooled(lattice, 1, NOTHING, 7, NOTHING, 3).raw().raw()).isEqualTo("173");
        assertThat(pooled(new FieldPosterior(null, List.of()), 1, NOTHING, 7).raw().raw()).isEqualTo("17");
    }

    private DecodedField decode(FieldKind kind, List<ClassifiedGlyph> cut, int... frames) {
        ClassifiedField.Builder field = ClassifiedField.newBuilder(field("f", rules(kind).build(), cut.size() + 1, cut));
        if (frames.length > 0) {
            field.setLine(LineFramesTest.reading(LineFramesTest.frames(frames)));
        }
        return decoder.decode(page(List.of(field.build()))).get(0);
    }

    private static List<ClassifiedGlyph> cut(String first, String second) {
        return List.of(glyph(0, 1, first, WHOLE, new Box(0, 10, 14, 20)), glyph(1, 2, second, WHOLE, new Box(20, 10, 14, 20)));
    }
}
