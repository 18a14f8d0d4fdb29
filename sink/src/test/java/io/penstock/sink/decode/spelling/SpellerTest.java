package io.penstock.sink.decode.spelling;

import static io.penstock.sink.Readings.comb;
import static io.penstock.sink.Readings.glyph;
import static io.penstock.sink.Readings.rules;
import static io.penstock.sink.Readings.tall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.sink.decode.lattice.Edge;
import io.penstock.sink.decode.lattice.Path;
import io.penstock.sink.rule.Reason;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What printed boxes spell, whose symbols are known: digits, X for a mark, _ for an empty box. */
class SpellerTest {

    private static final double SMALL = 1e-9;

    /** Boxes whose symbols are written one after the other; each may be nothing else. */
    private static Spelling spell(FieldRules.Builder rules, String boxes) {
        String clear = String.join(" ", boxes.split("")).replaceAll("([0-9X])", "$1:1");
        List<ClassifiedGlyph> glyphs = comb("f", rules.build(), clear).getGlyphs();
        List<Edge> edges = glyphs.stream().map(Edge::of).toList();
        return new Speller(rules.build(), edges).spell(path(edges, boxes));
    }

    private static Path path(List<Edge> edges, String symbols) {
        return new Path(IntStream.range(0, edges.size())
            .mapToObj(i -> new Path.Step(edges.get(i), "0123456789X_".indexOf(symbols.charAt(i)))).toList(), 1);
    }

    @ParameterizedTest
    @CsvSource({"AMOUNT, __12_3", "INTEGER, 1_2", "ZIP, 9_4103", "AMOUNT, X1_2X"})
    void anEmptyBoxBetweenDigitsIsAFlaw(FieldKind kind, String boxes) {
        Spelling spelling = spell(rules(kind), boxes);
        assertThat(spelling.flaw()).isEqualTo(Reason.BLANK_INSIDE);
        assertThat(spelling.raw()).isEqualTo(boxes);
    }

    @ParameterizedTest
    @CsvSource({"INTEGER, __12__", "DATE, 01022003", "AMOUNT, XX12__", "ZIP, 94103____", "AMOUNT, ____", "AMOUNT, X", "DIGITS, _1_"})
    void emptyBoxesMayStandBeforeAndBehindTheDigits(FieldKind kind, String boxes) {
        Spelling spelling = spell(rules(kind), boxes);
        assertThat(spelling.flaw()).isNull();
        assertThat(spelling.legitimacy()).isEqualTo(1);
        assertThat(spelling.contested()).isFalse();
        assertThat(spelling.text()).isEqualTo(boxes.replaceAll("\\D", ""));
        assertThat(spelling.hasMark()).isEqualTo(boxes.contains("X"));
    }

    @ParameterizedTest
    @CsvSource({
        // kind, fillers, length, boxes, legitimacy; none: the mark is no digit
        "AMOUNT, false, , X12, 1", "AMOUNT, false, , 12XX, 1", "AMOUNT, false, , 1X2, 0.5", "AMOUNT, false, , 1X234X56, 0.25",
        "INTEGER, false, , X12, ", "INTEGER, false, , 12X, ", "INTEGER, false, , 1X2, ", "INTEGER, false, , X, ",
        "INTEGER, true, , X12, 1", "INTEGER, true, , XX12, 1", "INTEGER, true, , 12X, 0.02", "INTEGER, true, , 1X2, ",
        "INTEGER, true, , X, 1", "DIGITS, true, , 12X, 1", "ACCOUNT, true, , X12, 1",
        "DATE, false, , X01, 0.5", "ZIP, false, , 94103X, 0.5", "ROUTING, false, , 02X1, 0.5", "DATE, true, , 01X02, ",
        "ACCOUNT, false, 4, X123, 0.5", "ACCOUNT, false, 4, 12X3, 0.5", "ACCOUNT, true, 4, 12X3, ", "INTEGER, false, 4, 123X, 0.5"})
    void marksAreFillersOrSeparatorsWhereTheFieldMayHaveSome(FieldKind kind, boolean fillers, Integer length, String boxes,
                                                            Double legitimacy) {
        Spelling spelling = spell(rules(kind).setFillers(fillers).setMinLength(length).setMaxLength(length), boxes);
        assertThat(spelling.flaw()).isEqualTo(legitimacy == null ? Reason.NOT_A_DIGIT : null);
        assertThat(spelling.legitimacy()).isCloseTo(legitimacy == null ? 1 : legitimacy, within(SMALL));
        assertThat(spelling.hasMark()).isTrue();
    }

    @Test
    void onlyOneLengthIsAFixedLength() {
        assertThat(Speller.onlyDigits(rules(FieldKind.ACCOUNT).setMinLength(4).setMaxLength(4).build())).isTrue();
        assertThat(Speller.onlyDigits(rules(FieldKind.ACCOUNT).setMinLength(3).setMaxLength(4).build())).isFalse();
        assertThat(Speller.onlyDigits(rules(FieldKind.ACCOUNT).setMaxLength(4).build())).isFalse();
        assertThat(Speller.onlyDigits(rules(FieldKind.ACCOUNT).build())).isFalse();
        assertThat(Speller.onlyDigits(rules(FieldKind.DATE).build())).isTrue();
        assertThat(Speller.onlyDigits(rules(FieldKind.DATE).setFillers(true).build())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"123456, 2", "1234X56, 2", "1X234X56, 2", "1234X5, 1", "1X234, 0", "12X3456, 2", "1234X56XX, 2", "X1X5_, 1", "5X, 2",
        "XX, 2", "X123, 2", "5, 2"})
    void oneOrTwoDigitsBehindASeparatorAreCentsAndThreeAGroup(String boxes, int decimals) {
        assertThat(spell(rules(FieldKind.AMOUNT).setFraction(2), boxes).decimals()).isEqualTo(decimals);
        assertThat(spell(rules(FieldKind.DIGITS).setFraction(2), boxes).decimals()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"123, 1", "1234, 0.3", "1X234, 1", "1XX234, 1", "X1X234X56X, 1", "12X34X567, 1", "1X2X3, 0.02", "1234X567, 0.02", "X, 1",
        "1234X56, 0.3"})
    void anAmountIsGroupedAsPeopleGroup(String boxes, double plausibility) {
        assertThat(spell(rules(FieldKind.AMOUNT), boxes).plausibility()).isEqualTo(plausibility);
        assertThat(spell(rules(FieldKind.INTEGER).setFillers(true), boxes).plausibility()).isEqualTo(1);
    }

    /** A mark over two pieces, and a digit behind it. */
    private static Spelling spell(FieldRules.Builder rules, String firstPiece, String secondPiece) {
        List<Edge> edges = List.of(Edge.of(glyph(0, 2, "X:1", 1, tall(0))), Edge.of(glyph(0, 1, firstPiece, 1, tall(0))),
            Edge.of(glyph(1, 2, secondPiece, 1, tall(1))), Edge.of(glyph(2, 3, "7:1", 1, tall(2))),
            Edge.of(glyph(1, 3, "8:1", 1, tall(2))));
        return new Speller(rules.build(), edges).spell(path(List.of(edges.get(0), edges.get(3)), "X7"));
    }

    @ParameterizedTest
    @CsvSource({"X:1, X:1, 1, false", "X:0.75/4:0.25, X:1, 0.75, true", "X:1, X:0.75/4:0.25, 0.75, true",
        "X:0.75/4:0.25, X:0.5/1:0.25/2:0.25, 0.375, true", "4:1, 5:1, 0.001, true"})
    void aMarkWhosePiecesAreDigitsMayBeACutInTheWrongPlace(String first, String second, double legitimacy, boolean contested) {
        Spelling spelling = spell(rules(FieldKind.AMOUNT), first, second);
        assertThat(spelling.legitimacy()).isCloseTo(legitimacy, within(SMALL));
        assertThat(spelling.contested()).isEqualTo(contested);
        assertThat(spelling.flaw()).isNull();
    }

    @Test
    void aMarkThatMayBeNoneAndCannotBeCutOtherwiseIsNotContested() {
        assertThat(spell(rules(FieldKind.ZIP), "X9410").contested()).isFalse();
        assertThat(spell(rules(FieldKind.INTEGER), "1X").contested()).isFalse();
        assertThat(spell(rules(FieldKind.INTEGER), "X:1", "X:1").contested()).isTrue();
    }

    @Property(tries = 200)
    void anAmountWithItsMarksIsWorthWhatWasWritten(@ForAll @LongRange(max = 99_999_999) long whole, @ForAll @IntRange(max = 99) int cents,
                                                   @ForAll boolean grouped) {
        String written = String.format(grouped ? "%,d.%02d" : "%d.%02d", whole, cents);
        Spelling spelling = spell(rules(FieldKind.AMOUNT), "X" + written.replaceAll("\\D", "X") + "X");
        assertThat(spelling.text()).isEqualTo(whole + String.format("%02d", cents));
        assertThat(spelling.decimals()).isEqualTo(2);
        assertThat(spelling.plausibility()).isEqualTo(grouped || whole < 1000 ? 1 : 0.3);
    }
}
