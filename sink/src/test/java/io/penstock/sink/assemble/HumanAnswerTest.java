package io.penstock.sink.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.schema.Submission;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanAnswerTest {

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
        AssembledNumber reviewed = reviewed(WITH_CENTS);
        reviewed = AssembledNumber.newBuilder(reviewed).setNumber(RecognizedNumber.newBuilder(reviewed.getNumber()).setText("8000")
            .setValue("8000").setReasons(List.of("QUALITY_SAMPLE")).build()).build();

        assertThat(new HumanAnswer(1950).apply(correction(typed), reviewed).getReasons().contains("QUALITY_SAMPLE_MISREAD"))
            .isEqualTo(!same);
    }

    private static RecognizedNumber answered(String typed, FieldRules rules) {
        return new HumanAnswer(1950).apply(correction(typed), reviewed(rules));
    }

    private static Correction correction(String typed) {
        return Correction.newBuilder().setReview("r").setDocument("doc").setOutcome(CorrectionOutcome.TEXT).setText(typed)
            .setReviewer("ann").setCorrectedAt(Instant.EPOCH).build();
    }

    private static AssembledNumber reviewed(FieldRules rules) {
        RecognizedNumber number = RecognizedNumber.newBuilder().setDocument("doc")
            .setSubmission(new Submission("documents", 0, 0L, Instant.EPOCH, "")).setPage(1).setPages(1).setIndex(0).setSiblings(1)
            .setField("field").setKind(rules.getKind()).setText("").setRaw("").setStatus(NumberStatus.REVIEW).setSource(Source.MACHINE)
            .setReview("r").setModel("m").setDecidedAt(Instant.EPOCH).build();
        return new AssembledNumber(number, rules);
    }
}
