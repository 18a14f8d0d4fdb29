package io.penstock.sink.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.Box;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.Digit;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.schema.Submission;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanAnswerTest {

    private static final Instant CORRECTED = Instant.parse("2026-11-26T12:00:00Z");
    private static final FieldRules WITH_CENTS = FieldRules.newBuilder().setKind(FieldKind.AMOUNT).setFraction(2).build();
    private static final FieldRules WHOLE = FieldRules.newBuilder().setKind(FieldKind.INTEGER).build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12.5 | 12.50", "12.50 | 12.50", "1.234,56 | 1234.56", "8000.- | 8000", "0,05 | 0.05"})
    void anAmountIsWorthWhatWasTyped(String typed, String value) {
        RecognizedNumber answered = answered(typed, WITH_CENTS);

        assertThat(answered.getValue()).isEqualTo(value);
        assertThat(answered.getStatus()).isEqualTo(NumberStatus.ACCEPTED);
        assertThat(answered.getReasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 12.5, 12.50", "1, 12.5, 12.50", "2, 12.5, 12.50", "3, 12.5, 12.500", "0, 12.50, 12.50", "0, 12, 12"})
    void oneDecimalIsWrittenAsTwoOrAsManyAsTheFormHas(int fraction, String typed, String value) {
        assertThat(answered(typed, FieldRules.newBuilder().setKind(FieldKind.AMOUNT).setFraction(fraction).build()).getValue())
            .isEqualTo(value);
    }

    @Test
    void tenthsThatBreakARuleAreTakenAsTyped() {
        RecognizedNumber answered = answered("12.5", FieldRules.newBuilder().setKind(FieldKind.AMOUNT).setMax("10").build());
        assertThat(answered.getValue()).isNull();
        assertThat(answered.getReasons()).containsExactly("RULE_VIOLATED_BY_PERSON");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"8000 | 8000 may be 8000.00 or 80.00: type the point, 8000.00 or 80.00",
        "1,23,45 | 1,23,45 is not grouped as amounts are: type it without groups, such as 1234.50"})
    void anAmountThatMayBeAnotherIsNotTaken(String typed, String why) {
        assertThat(HumanAnswer.unclear(correction(typed), reviewed(WITH_CENTS))).contains(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.234 | 1234", "92 | 92", "1 000 | 1000"})
    void aWholeNumberMayBeGrouped(String typed, String value) {
        assertThat(HumanAnswer.unclear(correction(typed), reviewed(WHOLE))).isEmpty();
        assertThat(answered(typed, WHOLE).getValue()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"12.5", "12.50"})
    void aWholeNumberHasNoCents(String typed) {
        assertThat(HumanAnswer.unclear(correction(typed), reviewed(WHOLE))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"8000.00 | true", "8000.- | true", "80.00 | false", "8001.00 | false"})
    void anAcceptedAmountWithItsPointElsewhereWasMisread(String typed, boolean same) {
        AssembledNumber sampled = sampled(machine("8000", "8000", WITH_CENTS));

        assertThat(new HumanAnswer(1950).apply(correction(typed), sampled).getNumber().getReasons().contains("QUALITY_SAMPLE_MISREAD"))
            .isEqualTo(!same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TEXT | 12 | true", "TEXT | - | false", "EMPTY | | true",
        "ILLEGIBLE | | true", "UNKNOWN | 12 | false"})
    void anAnswerSaysWhatWasReadOrThatNothingCanBe(CorrectionOutcome outcome, String typed, boolean complete) {
        Correction correction = Correction.newBuilder(correction(typed == null ? "" : typed)).setOutcome(outcome).build();
        assertThat(HumanAnswer.isComplete(correction)).isEqualTo(complete);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ILLEGIBLE | true | ILLEGIBLE", "ILLEGIBLE | false | ILLEGIBLE", "EMPTY | true | REQUIRED_EMPTY",
        "EMPTY | false |"})
    void whatCannotBeReadIsEmptyAndSaysWhy(CorrectionOutcome outcome, boolean required, String reason) {
        AssembledNumber read = machine("8000", "8000", FieldRules.newBuilder(WHOLE).setRequired(required).build());
        Correction answer = Correction.newBuilder(correction("")).setOutcome(outcome).build();
        RecognizedNumber answered = new HumanAnswer(1950).apply(answer, read).getNumber();

        assertThat(answered.getStatus()).isEqualTo(NumberStatus.EMPTY);
        assertThat(answered.getText()).isEmpty();
        assertThat(answered.getValue()).isNull();
        assertThat(answered.getConfidence()).isNull();
        assertThat(answered.getPosterior()).isNull();
        assertThat(answered.getDigits()).isEmpty();
        assertThat(answered.getSource()).isEqualTo(Source.HUMAN);
        assertThat(answered.getDecidedAt()).isEqualTo(CORRECTED);
        assertThat(answered.getReasons()).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void aFieldWithoutRulesIsTakenAsTyped() {
        AssembledNumber read = machine("8000", "8000", null);
        RecognizedNumber typed = new HumanAnswer(1950).apply(correction("81"), read).getNumber();
        RecognizedNumber empty = new HumanAnswer(1950)
            .apply(Correction.newBuilder(correction("")).setOutcome(CorrectionOutcome.EMPTY).build(), read).getNumber();

        assertThat(typed.getText()).isEqualTo("81");
        assertThat(typed.getStatus()).isEqualTo(NumberStatus.ACCEPTED);
        assertThat(typed.getValue()).isNull();
        assertThat(typed.getReasons()).isEmpty();
        assertThat(empty.getReasons()).isEmpty();
        assertThat(HumanAnswer.unclear(correction("8000"), read)).isEmpty();
    }

    @Test
    void theMachinesDigitsStayWhereAPersonTypesTheSame() {
        AssembledNumber read = machine("81", "81", WHOLE);
        assertThat(new HumanAnswer(1950).apply(correction("81"), read).getNumber().getDigits()).hasSize(1);
        assertThat(new HumanAnswer(1950).apply(correction("82"), read).getNumber().getDigits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"04/06/2012 | 2012-04-06 |", "0406 2012 | 2012-04-06 |", "31022012 | | RULE_VIOLATED_BY_PERSON",
        "040620l2 | | RULE_VIOLATED_BY_PERSON", "04062012x | | RULE_VIOLATED_BY_PERSON"})
    void aDateIsCheckedAndTakenAllTheSame(String typed, String value, String reason) {
        FieldRules date = FieldRules.newBuilder().setKind(FieldKind.DATE).setDateOrder("MMDDYYYY").build();
        RecognizedNumber answered = answered(typed, date);

        assertThat(answered.getStatus()).isEqualTo(NumberStatus.ACCEPTED);
        assertThat(answered.getValue()).isEqualTo(value);
        assertThat(answered.getReasons()).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"8 1 | true", "82 | false"})
    void ofOtherKindsThanAmountsTheDigitsOfASampleCount(String typed, boolean same) {
        for (FieldRules rules : Arrays.asList(FieldRules.newBuilder().setKind(FieldKind.DIGITS).build(), null)) {
            AssembledNumber sampled = sampled(machine("81", "81", rules));
            assertThat(new HumanAnswer(1950).apply(correction(typed), sampled).getNumber().getReasons())
                .isEqualTo(same ? List.of("QUALITY_SAMPLE") : List.of("QUALITY_SAMPLE", "QUALITY_SAMPLE_MISREAD"));
        }
    }

    @Test
    void aSampleThatIsIllegibleOrEmptyToAPersonWasMisread() {
        for (CorrectionOutcome outcome : List.of(CorrectionOutcome.ILLEGIBLE, CorrectionOutcome.EMPTY)) {
            AssembledNumber sampled = sampled(machine("81", "81", WHOLE));
            assertThat(new HumanAnswer(1950).apply(Correction.newBuilder(correction("81")).setOutcome(outcome).build(), sampled).getNumber()
                .getReasons()).contains("QUALITY_SAMPLE", "QUALITY_SAMPLE_MISREAD");
        }
    }

    @Test
    void anAmountOfASampleWithoutAValueIsComparedByItsDigits() {
        AssembledNumber sampled = sampled(machine("8000", null, WITH_CENTS));
        assertThat(new HumanAnswer(1950).apply(correction("80.00"), sampled).getNumber().getReasons()).containsExactly("QUALITY_SAMPLE");
    }

    @Test
    void onlyTypedTextCanBeUnclear() {
        Correction illegible = Correction.newBuilder(correction("8000")).setOutcome(CorrectionOutcome.ILLEGIBLE).build();
        assertThat(HumanAnswer.unclear(illegible, reviewed(WITH_CENTS))).isEmpty();
    }

    /** A number as a machine read it: with a confidence, a posterior and the place of a digit. */
    private static AssembledNumber machine(String text, String value, FieldRules rules) {
        AssembledNumber reviewed = reviewed(WHOLE);
        RecognizedNumber number = RecognizedNumber.newBuilder(reviewed.getNumber()).setText(text).setValue(value).setConfidence(0.9)
            .setPosterior(0.9).setDigits(List.of(new Digit("8", 0.9, List.of(), new Box(0, 0, 9, 9)))).build();
        return AssembledNumber.newBuilder().setNumber(number).setRules(rules).build();
    }

    private static AssembledNumber sampled(AssembledNumber read) {
        RecognizedNumber marked = RecognizedNumber.newBuilder(read.getNumber()).setReasons(List.of("QUALITY_SAMPLE")).build();
        return AssembledNumber.newBuilder(read).setNumber(marked).build();
    }

    private static RecognizedNumber answered(String typed, FieldRules rules) {
        return new HumanAnswer(1950).apply(correction(typed), reviewed(rules)).getNumber();
    }

    private static Correction correction(String typed) {
        return Correction.newBuilder().setReview("r").setDocument("doc").setOutcome(CorrectionOutcome.TEXT).setText(typed)
            .setReviewer("ann").setCorrectedAt(CORRECTED).build();
    }

    private static AssembledNumber reviewed(FieldRules rules) {
        RecognizedNumber number = RecognizedNumber.newBuilder().setDocument("doc")
            .setSubmission(new Submission("documents", 0, 0L, Instant.EPOCH, "")).setPage(1).setPages(1).setIndex(0).setSiblings(1)
            .setField("field").setKind(rules.getKind()).setText("").setRaw("").setStatus(NumberStatus.REVIEW).setSource(Source.MACHINE)
            .setReview("r").setModel("m").setDecidedAt(Instant.EPOCH).build();
        return AssembledNumber.newBuilder().setNumber(number).setRules(rules).build();
    }
}
