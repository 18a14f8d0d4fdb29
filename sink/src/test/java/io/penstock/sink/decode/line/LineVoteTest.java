package io.penstock.sink.decode.line;

import static io.penstock.sink.Readings.field;
import static io.penstock.sink.Readings.glyph;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.Box;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.FieldKind;
import io.penstock.sink.decode.DecodedField;
import io.penstock.sink.decode.DecoderSettings;
import io.penstock.sink.decode.NumberDecoder;
import java.util.List;
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
