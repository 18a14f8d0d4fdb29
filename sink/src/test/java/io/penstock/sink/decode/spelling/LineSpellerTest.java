package io.penstock.sink.decode.spelling;

import static io.penstock.sink.Readings.glyph;
import static io.penstock.sink.Readings.rules;
import static io.penstock.sink.Readings.tall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.sink.decode.lattice.Edge;
import io.penstock.sink.decode.lattice.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a free line spells whose symbols are known: * before the digits, commas between them, - and / behind. */
class LineSpellerTest {

    private static Spelling spell(FieldRules.Builder rules, String symbols, double mark) {
        String read = "X:" + mark + "/7:" + (1 - mark);
        Path path = new Path(IntStream.range(0, symbols.length()).mapToObj(i -> new Path.Step(Edge.of(glyph(i, i + 1, read, 1, tall(i))),
            "0123456789X_*,-/".indexOf(symbols.charAt(i)))).toList(), 1);
        return new LineSpeller(rules.build()).spell(path);
    }

    @ParameterizedTest
    @CsvSource({"'**1,234,56-', 2, 1", "'1,234', 0, 1", "'1,234-', 0, 1", "'123456', 2, 0.3", "'123/-', 2, 1", "'1,2345', 2, 0.02",
        "'12,5', 2, 0.02", "'**', 2, 1", "'-', 2, 1", "'1,,234', 0, 1", "'5,00', 2, 1"})
    void anAmountHasItsCentsBehindItsLastSeparator(String symbols, int decimals, double plausibility) {
        Spelling spelling = spell(rules(FieldKind.AMOUNT).setFraction(2), symbols, 0);
        assertThat(spelling.raw()).isEqualTo(symbols);
        assertThat(spelling.text()).isEqualTo(symbols.replaceAll("\\D", ""));
        assertThat(spelling.decimals()).isEqualTo(decimals);
        assertThat(spelling.plausibility()).isEqualTo(plausibility);
        assertThat(spelling.legitimacy()).isEqualTo(1);
        assertThat(spelling.flaw()).isNull();
        assertThat(spelling.contested()).isFalse();
    }

    @Test
    void withoutCentsOnTheFormTwoDigitsBehindASeparatorAreCentsAllTheSame() {
        assertThat(spell(rules(FieldKind.AMOUNT), "12,50", 0).decimals()).isEqualTo(2);
        assertThat(spell(rules(FieldKind.AMOUNT), "1250", 0).decimals()).isZero();
        assertThat(spell(rules(FieldKind.AMOUNT), "50", 0).decimals()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'1,234', 1", "'12,5', 0.5", "'12,50', 1", "'12345', 1", "'125-', 1", "'1,2,3', 0.5", "'1234,56', 1"})
    void aSeparatorInAWholeNumberThatGroupsNoThousandsMayBeAPoint(String symbols, double legitimacy) {
        Spelling spelling = spell(rules(FieldKind.INTEGER).setFraction(2), symbols, 0);
        assertThat(spelling.legitimacy()).isEqualTo(legitimacy);
        assertThat(spelling.plausibility()).isEqualTo(1);
        assertThat(spelling.decimals()).isZero();
        assertThat(spell(rules(FieldKind.DIGITS), symbols, 0).legitimacy()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'12', 0.5625", "'1-', 0.75", "'*1,2-', 0.5625"})
    void eachDigitMayBeNone(String symbols, double legitimacy) {
        assertThat(spell(rules(FieldKind.DIGITS), symbols, 0.25).legitimacy()).isCloseTo(legitimacy, within(1e-9));
    }
}
