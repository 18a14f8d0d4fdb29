package io.penstock.sink.decode;

import static io.penstock.sink.Readings.comb;
import static io.penstock.sink.Readings.field;
import static io.penstock.sink.Readings.glyph;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static io.penstock.sink.Readings.tall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.FormMatch;
import io.penstock.schema.NumberStatus;
import io.penstock.sink.decode.spelling.Hypothesis;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of the probability a string has, and what becomes of what was not looked at. */
class FieldReaderTest {

    /** One wrong string by a writer's slip: a fifth of 0.003. */
    private static final double SLIP = 0.0006;
    private static final double SMALL = 1e-6;

    private static DecoderSettings settings(int paths, double acceptance) {
        return new DecoderSettings(acceptance, Map.of(), 0.003, 0.01, paths, 1950, 10);
    }

    private static Map<String, Double> read(int paths, FieldRules.Builder rules, String boxes) {
        return read(paths, comb("f", rules.build(), boxes));
    }

    private static Map<String, Double> read(int paths, ClassifiedField field) {
        List<Hypothesis> read = new FieldReader(settings(paths, 0.9)).read(field).hypotheses();
        assertThat(read).extracting(Hypothesis::text).doesNotHaveDuplicates();
        return read.stream().collect(Collectors.toMap(Hypothesis::text, Hypothesis::posterior));
    }

    private static void assertClose(Map<String, Double> read, Map<String, Double> expected) {
        assertThat(read).containsOnlyKeys(expected.keySet());
        expected.forEach((text, posterior) -> assertThat(read.get(text)).as(text).isCloseTo(posterior, within(SMALL)));
    }

    @Test
    void asManyReadingsAreLookedAtAsTheConfigurationSays() {
        String boxes = "4:0.5/9:0.25/7:0.25";
        assertClose(read(1, rules(FieldKind.DIGITS), boxes), Map.of("4", 0.5));
        assertThat(read(2, rules(FieldKind.DIGITS), boxes)).hasSize(2);
        assertClose(read(3, rules(FieldKind.DIGITS), boxes), Map.of("4", 0.5, "9", 0.25, "7", 0.25));
    }

    @Test
    void aReadingThatBreaksARuleCountsAsOftenAsWritersSlip() {
        FieldRules.Builder small = rules(FieldKind.INTEGER).setMax("50");
        // all that was seen is wrong: half of the writers' slips, half of ours
        assertClose(read(1, small, "9:0.625/8:0.375 0:1"), Map.of("90", 0.625 / 2));
        double total = 0.25 + 2 * SLIP * 0.75;
        assertClose(read(9, small, "9:0.75/4:0.25 0:1"), Map.of("40", 0.25 / total, "90", 0.75 * SLIP / total));
    }

    @Test
    void whatWasNotLookedAtIsSplitAsWhatWas() {
        FieldRules.Builder small = rules(FieldKind.INTEGER).setMax("50");
        double total = 0.25 + 2 * SLIP * 0.5 + 0.25 * (0.5 + 2 * SLIP * 0.5);
        assertClose(read(2, small, "9:0.5/4:0.25/3:0.125/2:0.125 0:1"), Map.of("40", 0.25 / total, "90", 0.5 * SLIP / total));
    }

    @Test
    void theSameDigitsBehindAFillerAndBehindAnEmptyBoxAreOneString() {
        ClassifiedField field = field("f", rules(FieldKind.INTEGER).setFillers(true).build(), 3, List.of(
            glyph(0, 1, "_", 0.5, tall(0)), glyph(0, 1, "X:1", 0.5, tall(0)), glyph(1, 2, "7:1", 1, tall(1))));
        assertClose(read(9, field), Map.of("7", 1.0));
    }

    /** Two boxes, the first of which is a mark as a whole or two digits; then an empty one. */
    private static ClassifiedField contested(double mark) {
        return field("f", rules(FieldKind.AMOUNT).build(), 4, List.of(glyph(0, 2, "X:1", mark, tall(0)),
            glyph(0, 1, "4:1", 1 - mark, tall(0)), glyph(1, 2, "5:1", 1, tall(1)), glyph(2, 3, "_", 1, tall(2))));
    }

    @Test
    void aMarkThatIsTwoDigitsWhenCutOtherwiseDoesNotCount() {
        assertThat(read(9, contested(0.5)).get("45")).isCloseTo(1, within(SMALL));
        assertThat(read(9, contested(0.75)).get("45")).isCloseTo(1, within(SMALL));
        assertThat(read(1, contested(0.75))).isEmpty();
    }

    @Test
    void aNumberExactlyAtTheLevelIsAccepted() {
        ClassifiedPage page = page(List.of(comb("f", rules(FieldKind.DIGITS).build(), "4:0.75/9:0.25")));
        assertThat(new NumberDecoder(settings(9, 0.75)).decode(page).get(0).status()).isEqualTo(NumberStatus.ACCEPTED);
        assertThat(new NumberDecoder(settings(9, 0.7501)).decode(page).get(0).reasons()).containsExactly("LOW_CONFIDENCE");
    }

    @Test
    void aRuleThatChangesADigitBesideAFillerIsSaidToHaveDoneSo() {
        DecodedField number = decode(comb("f", rules(FieldKind.INTEGER).setFillers(true).setMax("50").build(), "X 9:0.6/4:0.4 2"));
        assertThat(number.value()).isEqualTo("42");
        assertThat(number.reasons()).contains("CORRECTED_BY_RULE").doesNotContain("NOT_A_DIGIT");
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "3, __"})
    void anEmptyFieldHasAsManyEmptyBoxesAsItHas(int nodes, String raw) {
        ClassifiedField empty = nodes == 1 ? field("f", rules(FieldKind.ZIP).build(), 1, List.of())
            : comb("f", rules(FieldKind.ZIP).build(), "_ _");
        DecodedField number = decode(empty);
        assertThat(number.raw()).isEqualTo(raw);
        assertThat(number.reasons()).containsExactly("REQUIRED_EMPTY");
        assertThat(number.confidence()).isNull();
    }

    private static DecodedField decode(ClassifiedField field) {
        return new NumberDecoder(DecoderSettings.standard()).decode(page(List.of(field))).get(0);
    }

    @ParameterizedTest
    @CsvSource({"1, test-form", "2, second", "3, third", "4, test-form"})
    void aFieldIsOfTheFormThatItsCopySays(int copy, String form) {
        ClassifiedField field = ClassifiedField.newBuilder(comb("f", rules(FieldKind.ZIP).build(), "1")).setCopy(copy).build();
        ClassifiedPage page = ClassifiedPage.newBuilder(page(List.of(field))).setFurther(List.of(match("second"), match("third"))).build();
        assertThat(PageForms.of(page, field).getForm()).isEqualTo(form);
    }

    private static FormMatch match(String name) {
        return FormMatch.newBuilder(page(List.of()).getMatch()).setForm(name).build();
    }

    @ParameterizedTest
    @CsvSource({"1, zip, zip", "1, zip#1, zip#1", "2, zip#2, zip", "2, zip#3, zip#3", "3, a#3#3, a#3"})
    void aFieldOfACopyHasTheNameThatItHasInItsForm(int copy, String name, String inForm) {
        ClassifiedField field = ClassifiedField.newBuilder(comb(name, rules(FieldKind.ZIP).build(), "1")).setCopy(copy).build();
        assertThat(PageForms.name(field)).isEqualTo(inForm);
    }
}
