package io.penstock.sink.decode.line;

import static io.penstock.sink.Readings.field;
import static io.penstock.sink.Readings.glyph;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static io.penstock.sink.Readings.tall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.LineReading;
import io.penstock.schema.NumberStatus;
import io.penstock.sink.decode.DecodedField;
import io.penstock.sink.decode.DecoderSettings;
import io.penstock.sink.decode.NumberDecoder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three boxes, the last one empty, read one by one and as a line. */
class CombVoteTest {

    private static final int NOTHING = 12;
    private static final FieldRules NUMBER = rules(FieldKind.INTEGER).build();

    private final NumberDecoder decoder = new NumberDecoder(DecoderSettings.standard());

    @Test
    void readersThatAgreeAreSurerThanOneAlone() {
        DecodedField alone = decode(NUMBER, "4:0.7/9:0.3", "2");
        DecodedField both = decode(NUMBER, "4:0.7/9:0.3", "2", NOTHING, 4, NOTHING, 2, NOTHING);

        assertThat(both.text()).isEqualTo("42");
        assertThat(both.confidence()).isGreaterThan(alone.confidence());
    }

    @Test
    void theLineDecidesWhatTheBoxesLeaveOpen() {
        assertThat(decode(NUMBER, "4:0.5/9:0.5", "2", NOTHING, 9, NOTHING, 2).text()).isEqualTo("92");
    }

    @Test
    void moreDigitsOnTheLineThanInTheBoxesLeaveTheNumberToAPerson() {
        DecodedField number = decode(NUMBER, "4:0.99/9:0.01", "2:0.995/7:0.005", NOTHING, 4, NOTHING, 2, NOTHING, 9, NOTHING);

        assertThat(number.text()).isEqualTo("42");
        assertThat(number.status()).isEqualTo(NumberStatus.REVIEW);
        assertThat(number.candidates()).extracting(candidate -> candidate.getText()).contains("42", "429");
    }

    @Test
    void boxesThatReadAsNothingButRubbishAreReadAsALine() {
        assertThat(decode(NUMBER, "X", "X", NOTHING, 4, NOTHING, 2, NOTHING).text()).isEqualTo("42");
    }

    @Test
    void aLineThatReadsNothingAtAllMakesNoFieldEmpty() {
        DecodedField number = decode(NUMBER, "1:0.6/7:0.4", "1:0.6/7:0.4", NOTHING, NOTHING, NOTHING, NOTHING);

        assertThat(number.text()).isEqualTo("11");
        assertThat(number.status()).isEqualTo(NumberStatus.REVIEW);
    }

    @Test
    void aStringThatBreaksARuleCountsForLittleHoweverWellItReads() {
        FieldRules twoDigits = rules(FieldKind.INTEGER).setMaxLength(2).build();
        DecodedField number = decode(twoDigits, "4:0.99/9:0.01", "2", NOTHING, 4, NOTHING, 2, NOTHING, 9, NOTHING);

        assertThat(number.text()).isEqualTo("42");
        assertThat(number.candidates().get(0).getConfidence()).isGreaterThan(0.9);
    }

    @Test
    void allThatMayStandThereAddsUpToOneAtMost() {
        DecodedField number = decode(NUMBER, "4:0.5/9:0.5", "2:0.6/3:0.4", NOTHING, 4, NOTHING, 7, NOTHING);

        assertThat(number.candidates().stream().mapToDouble(candidate -> candidate.getConfidence()).sum()).isLessThanOrEqualTo(1)
            .isCloseTo(1, within(0.3));
    }

    private DecodedField decode(FieldRules rules, String first, String second, int... frames) {
        List<ClassifiedGlyph> boxes = List.of(glyph(0, 1, first, 1, tall(0)), glyph(1, 2, second, 1, tall(1)),
            glyph(2, 3, "_", 1, tall(2)));
        LineReading line = frames.length == 0 ? null : LineFramesTest.reading(LineFramesTest.frames(frames));
        ClassifiedField field = ClassifiedField.newBuilder(field("f", rules, 4, boxes)).setLine(line).build();
        return decoder.decode(page(List.of(field))).get(0);
    }
}
