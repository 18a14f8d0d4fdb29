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
import io.penstock.schema.Cents;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.LineReading;
import io.penstock.schema.NumberStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the decimal point of an amount without boxes stands is part of what is read, and of how sure that is. */
class PointTest {

    private static final int CLASSES = 13;
    private static final int SEPARATOR = 10;
    private static final int MARK = 11;
    private static final int NOTHING = 12;

    private final NumberDecoder decoder = new NumberDecoder(DecoderSettings.standard());

    /** One glyph a letter; the line that is not cut sees a mark where the letter is one, as surely as said. */
    private DecodedField read(String written, int fraction, Cents cents, double sure) {
        List<ClassifiedGlyph> glyphs = new ArrayList<>();
        List<Float> frames = new ArrayList<>();
        int lastDigit = written.replaceAll("\\D*$", "").length() - 1;
        for (char letter : written.toCharArray()) {
            int at = glyphs.size();
            boolean digit = Character.isDigit(letter);
            glyphs.add(digit ? glyph(at, at + 1, String.valueOf(letter), 0.99, tall(at)) : glyph(at, at + 1, "X", 0.99, mark(letter, at)));
            frames.addAll(frame(digit ? letter - '0' : at > lastDigit ? MARK : SEPARATOR, digit ? 0.999 : sure));
            frames.addAll(frame(NOTHING, 0.999));
        }
        ClassifiedField line = ClassifiedField.newBuilder(field("amount",
            rules(FieldKind.AMOUNT).setFraction(fraction).setCents(cents).build(), glyphs.size() + 1, glyphs))
            .setLine(new LineReading(new Box(0, 10, 20 * glyphs.size(), 20), 4 * glyphs.size(), frames, 1)).build();
        return decoder.decode(page(List.of(line))).get(0);
    }

    private static Box mark(char letter, int at) {
        return switch (letter) {
            case '-' -> new Box(20 * at, 19, 16, 3);
            case '/' -> new Box(20 * at, 8, 14, 26);
            case '\'' -> new Box(20 * at + 4, 8, 3, 6);
            case '·' -> new Box(20 * at + 4, 18, 4, 4);
            case '.' -> new Box(20 * at + 4, 27, 4, 4);
            default -> comma(at);
        };
    }

    /** A frame of one class; what it leaves is nothing. */
    private static List<Float> frame(int symbol, double sure) {
        Float[] frame = new Float[CLASSES];
        Arrays.fill(frame, 1e-5f);
        frame[NOTHING] = (float) (1 - sure);
        frame[symbol] = (float) sure;
        return List.of(frame);
    }

    @ParameterizedTest
    @CsvSource({"60.05, 2, 60.05", "60·05, 2, 60.05", "'268,57', 2, 268.57", "451.9, 2, 451.90", "451.9, 0, 451.9", "4'516.90, 2, 4516.90",
        "'1,234.50', 2, 1234.50", "'1.234,50', 2, 1234.50", "'1,234', 2, 1234", "8000.-, 2, 8000", "'8000,-', 2, 8000", "8000/-, 2, 8000",
        "60.05, 0, 60.05", "6005, 0, 6005"})
    void theValueIsWhatIsWritten(String written, int fraction, String value) {
        DecodedField amount = read(written.replace("''", "'"), fraction, Cents.UNSTATED, 0.999);

        assertThat(amount.value()).isEqualTo(value);
        assertThat(amount.status()).as(amount.reasons().toString()).isEqualTo(NumberStatus.ACCEPTED);
        assertThat(amount.text()).isEqualTo(written.replaceAll("\\D", ""));
    }

    @ParameterizedTest
    @CsvSource({"UNSTATED, 8000, CENTS_UNSTATED", "OPTIONAL, 8000, ", "REQUIRED, 80.00, ", "NONE, 8000, "})
    void withoutAPointTheFormSaysWhatHolds(Cents cents, String value, String reason) {
        DecodedField amount = read("8000", cents == Cents.NONE ? 0 : 2, cents, 0.999);

        assertThat(amount.value()).isEqualTo(value);
        if (reason == null) {
            assertThat(amount.status()).isEqualTo(NumberStatus.ACCEPTED);
        } else {
            assertThat(amount.reasons()).contains(reason);
            assertThat(amount.confidence()).isLessThan(0.8);
            assertThat(amount.candidates()).extracting(Candidate::getText).startsWith("8000.00", "80.00");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,000.00", "0,250"})
    void anAmountThatBeginsWithAZeroMayLackWhatStoodBefore(String written) {
        DecodedField amount = read(written, 2, Cents.UNSTATED, 0.999);
        assertThat(amount.status()).isEqualTo(NumberStatus.REVIEW);
        assertThat(amount.reasons()).contains("LEADING_ZERO");
    }

    @Test
    void centsAloneBeginWithAZero() {
        assertThat(read("0.50", 2, Cents.UNSTATED, 0.999).status()).isEqualTo(NumberStatus.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"8000., UNSTATED", "8000-, UNSTATED", "8000-, REQUIRED", "8000., REQUIRED"})
    void aPointOrADashAloneBehindTheDigitsIsNoSignThatThereAreNoCents(String written, Cents cents) {
        assertThat(read(written, 2, cents, 0.999).status()).isEqualTo(NumberStatus.REVIEW);
    }

    @Test
    void aPointWhereTheFormSaysThatNobodyWritesCentsIsForAPerson() {
        DecodedField amount = read("12.50", 0, Cents.NONE, 0.999);

        assertThat(amount.value()).isEqualTo("12.50");
        assertThat(amount.reasons()).contains("POINT_UNCLEAR");
    }

    @ParameterizedTest
    @CsvSource({"60.05, 0.02", "60.05, 0.005", "60·05, 0.02"})
    void aSpeckThatOneReaderTakesForAPointAndTheOtherDoesNotIsForAPerson(String written, double sure) {
        DecodedField amount = read(written, 0, Cents.UNSTATED, sure);

        assertThat(amount.reasons()).contains("LOW_CONFIDENCE", "POINT_UNCLEAR");
        assertThat(amount.candidates()).extracting(Candidate::getText).contains("60.05", "6005");
    }

    @Test
    void aPointThatTheLineSeesWhereNoInkStandsApartIsForAPerson() {
        List<ClassifiedGlyph> glyphs = List.of(glyph(0, 1, "6", 0.99, tall(0)), glyph(1, 2, "0", 0.99, tall(1)),
            glyph(2, 3, "0", 0.99, tall(2)), glyph(3, 4, "5", 0.99, tall(3)));
        List<Float> frames = new ArrayList<>();
        for (int symbol : new int[] {6, 0, SEPARATOR, 0, 5}) {
            frames.addAll(frame(symbol, symbol == SEPARATOR ? 0.9 : 0.999));
            frames.addAll(frame(NOTHING, 0.999));
        }
        ClassifiedField line = ClassifiedField.newBuilder(field("amount", rules(FieldKind.AMOUNT).build(), 5, glyphs))
            .setLine(new LineReading(new Box(0, 10, 80, 20), 20, frames, 1)).build();

        assertThat(decoder.decode(page(List.of(line))).get(0).status()).isEqualTo(NumberStatus.REVIEW);
    }

    @Test
    void raisedCentsWithoutAPointAreForAPerson() {
        List<ClassifiedGlyph> glyphs = List.of(glyph(0, 1, "6", 0.99, tall(0)), glyph(1, 2, "0", 0.99, tall(1)),
            glyph(2, 3, "0", 0.99, new Box(40, 8, 9, 12)), glyph(3, 4, "5", 0.99, new Box(56, 8, 9, 12)));
        DecodedField amount = decoder.decode(page(List.of(field("amount", rules(FieldKind.AMOUNT).build(), 5, glyphs)))).get(0);

        assertThat(amount.status()).isEqualTo(NumberStatus.REVIEW);
        assertThat(amount.reasons()).contains("POINT_UNCLEAR");
    }

    @Test
    void raisedCentsWithoutAPointAreCentsWhereTheFormAsksForThemAndElseMayBeNone() {
        List<ClassifiedGlyph> glyphs = List.of(glyph(0, 1, "6", 0.99, tall(0)), glyph(1, 2, "0", 0.99, tall(1)),
            glyph(2, 3, "0", 0.99, new Box(40, 8, 9, 12)), glyph(3, 4, "5", 0.99, new Box(56, 8, 9, 12)));
        FieldRules.Builder rules = rules(FieldKind.AMOUNT);
        DecodedField unstated = decoder.decode(page(List.of(field("amount", rules.build(), 5, glyphs)))).get(0);
        FieldRules required = rules.setFraction(2).setCents(Cents.REQUIRED).build();

        // seven to three, and beside that a separator before the last three that nobody sees
        assertThat(unstated.candidates()).extracting(Candidate::getText).startsWith("6005", "60.05");
        assertThat(unstated.candidates().get(0).getConfidence() / unstated.candidates().get(1).getConfidence()).isBetween(3.0, 3.5);
        assertThat(decoder.decode(page(List.of(field("amount", required, 5, glyphs)))).get(0).value()).isEqualTo("60.05");
        // the whole number is out of range, the one with cents is not
        FieldRules small = rules(FieldKind.AMOUNT).setMax("100").build();
        assertThat(decoder.decode(page(List.of(field("amount", small, 5, glyphs)))).get(0).value()).isEqualTo("60.05");
    }

    @Test
    void threeDigitsBehindAPointMayBeAFractionWhereAmountsHaveThreeDecimals() {
        DecodedField amount = read("1.234", 3, Cents.UNSTATED, 0.999);

        assertThat(amount.value()).isEqualTo("1.234");
        assertThat(amount.reasons()).contains("POINT_UNCLEAR");
        assertThat(read("12.34", 3, Cents.UNSTATED, 0.999).status()).isEqualTo(NumberStatus.ACCEPTED);
    }

    @Test
    void aValueOutOfRangeGivesWayToOneInIt() {
        List<ClassifiedGlyph> glyphs = List.of(glyph(0, 1, "6", 0.99, tall(0)), glyph(1, 2, "0", 0.99, tall(1)),
            glyph(2, 3, "0", 0.99, tall(2)), glyph(3, 4, "5", 0.99, tall(3)));
        FieldRules rules = rules(FieldKind.AMOUNT).setMax("100").setCents(Cents.UNSTATED).setFraction(2).build();
        DecodedField amount = decoder.decode(page(List.of(field("amount", rules, 5, glyphs)))).get(0);

        assertThat(amount.value()).isEqualTo("60.05");
        assertThat(amount.confidence()).isGreaterThan(0.9);
    }

    @Test
    void anUprightStrokeBeforeAClosingDashMayBeAOne() {
        List<ClassifiedGlyph> glyphs = List.of(glyph(0, 1, "4", 0.99, tall(0)), glyph(1, 2, "5", 0.99, tall(1)),
            glyph(2, 3, "1:0.9/X:0.1", 0.99, new Box(42, 10, 4, 20)), glyph(3, 4, "X", 0.99, new Box(60, 19, 16, 3)));
        DecodedField amount = decoder.decode(page(List.of(field("amount", rules(FieldKind.AMOUNT).build(), 5, glyphs)))).get(0);

        assertThat(amount.text().equals("45") && amount.status() == NumberStatus.ACCEPTED).isFalse();
    }
}
