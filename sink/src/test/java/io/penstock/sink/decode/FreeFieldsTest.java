package io.penstock.sink.decode;

import static io.penstock.sink.Readings.comma;
import static io.penstock.sink.Readings.field;
import static io.penstock.sink.Readings.glyph;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static io.penstock.sink.Readings.tall;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.Box;
import io.penstock.schema.Candidate;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.NumberStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How fields that are written without boxes are decoded. */
class FreeFieldsTest {

    private final NumberDecoder decoder = new NumberDecoder(DecoderSettings.standard());

    /** One glyph a letter: digits and X are tall, a comma or point is small and low, a dash is flat. */
    private DecodedField amount(String written, FieldRules.Builder rules) {
        List<ClassifiedGlyph> glyphs = new ArrayList<>();
        for (char letter : written.toCharArray()) {
            int at = glyphs.size();
            glyphs.add(switch (letter) {
                case ',', '.' -> glyph(at, at + 1, "X:0.7/1:0.3", 0.99, comma(at));
                case '-', '=' -> glyph(at, at + 1, "X", 0.99, new Box(20 * at, 18, 18, 4));
                case '$', '*' -> glyph(at, at + 1, "X", 0.99, tall(at));
                case '/' -> glyph(at, at + 1, "1:0.9/X:0.1", 0.99, new Box(20 * at, 6, 12, 30));
                default -> glyph(at, at + 1, String.valueOf(letter), 0.99, tall(at));
            });
        }
        return decoder.decode(page(List.of(field("amount", rules.build(), glyphs.size() + 1, glyphs)))).get(0);
    }

    @Test
    void separatorsAndSignsAreDropped() {
        DecodedField amount = amount("$1,234.56", rules(FieldKind.AMOUNT).setFraction(2));
        assertThat(amount.text()).isEqualTo("123456");
        assertThat(amount.value()).isEqualTo("1234.56");
        assertThat(amount.status()).isEqualTo(NumberStatus.ACCEPTED);
    }

    @Test
    void aGroupOfThreeIsNoCents() {
        assertThat(amount("1,234", rules(FieldKind.AMOUNT).setFraction(2)).value()).isEqualTo("1234");
        assertThat(amount("12,34,567", rules(FieldKind.AMOUNT)).value()).isEqualTo("1234567");
        assertThat(amount("=1234=", rules(FieldKind.AMOUNT)).value()).isEqualTo("1234");
        assertThat(amount("**1,200.00", rules(FieldKind.AMOUNT)).value()).isEqualTo("1200.00");
    }

    @Test
    void aSlashBeforeAClosingDashIsNoOne() {
        assertThat(amount("51,000/-", rules(FieldKind.AMOUNT)).text()).isEqualTo("51000");
    }

    @Test
    void theLikelierOfTwoCutsWins() {
        List<ClassifiedGlyph> glyphs = List.of(
            glyph(0, 1, "7", 1, tall(0)),
            glyph(1, 2, "X:0.5/1:0.5", 0.35, new Box(20, 10, 6, 20)),
            glyph(1, 3, "4", 1, tall(1)),
            glyph(2, 3, "X:0.5/1:0.5", 0.35, new Box(27, 10, 6, 20)));
        DecodedField amount = decoder.decode(page(List.of(field("amount", rules(FieldKind.AMOUNT).build(), 4, glyphs)))).get(0);
        assertThat(amount.text()).isEqualTo("74");
        assertThat(amount.candidates()).extracting(Candidate::getText).contains("711");
    }

    @Test
    void glyphsThatDoNotJoinUpAreUnreadable() {
        List<ClassifiedGlyph> glyphs = List.of(glyph(0, 1, "7", 1, tall(0)), glyph(2, 3, "7", 1, tall(2)));
        DecodedField amount = decoder.decode(page(List.of(field("amount", rules(FieldKind.AMOUNT).build(), 4, glyphs)))).get(0);
        assertThat(amount.status()).isEqualTo(NumberStatus.REVIEW);
        assertThat(amount.reasons()).containsExactly("UNREADABLE");
        assertThat(amount.confidence()).isNull();
    }
}
