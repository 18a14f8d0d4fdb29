package io.penstock.sink.rule;

import static io.penstock.sink.Readings.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.schema.CheckDigit;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldRuleTest {

    private static Meaning read(FieldRules.Builder rules, String digits) {
        return new FieldRule(rules.build(), 1950).read(digits, 0);
    }

    private static Meaning invalid(Reason reason) {
        return new Meaning.Invalid(reason);
    }

    @ParameterizedTest
    @CsvSource({"LUHN,79927398713,true", "LUHN,79927398710,false", "LUHN,18,true", "MOD97,3214282912345698765432161182,true",
        "MOD97,3214282912345698765432161128,false", "ABA,021000021,true", "ABA,021000012,false", "ABA,131000025,false"})
    void checkDigitsHoldOrFail(CheckDigit scheme, String digits, boolean holds) {
        Meaning meaning = read(rules(FieldKind.DIGITS).setCheckDigit(scheme), digits);
        assertThat(meaning).isEqualTo(holds ? new Meaning.Valid(digits) : invalid(Reason.CHECK_DIGIT_FAILED));
    }

    @Test
    void aRoutingNumberHasTheAbaChecksumWithoutBeingAsked() {
        assertThat(read(rules(FieldKind.ROUTING), "021000012")).isEqualTo(invalid(Reason.CHECK_DIGIT_FAILED));
        assertThat(read(rules(FieldKind.ROUTING), "02100002")).isEqualTo(invalid(Reason.WRONG_LENGTH));
    }

    @Test
    void aDateMustBeADayInItsRange() {
        FieldRules.Builder date = rules(FieldKind.DATE).setMin("2015-01-01").setMax("2016-12-31");
        assertThat(read(date, "29022016")).isEqualTo(new Meaning.Valid("2016-02-29"));
        assertThat(read(date, "29022015")).isEqualTo(invalid(Reason.NOT_A_DATE));
        assertThat(read(date, "31122014")).isEqualTo(invalid(Reason.OUT_OF_RANGE));
        assertThat(read(date, "01012017")).isEqualTo(invalid(Reason.OUT_OF_RANGE));
    }

    @Test
    void anAmountIsHeldAgainstItsLimitsWithItsCents() {
        FieldRule amount = new FieldRule(rules(FieldKind.AMOUNT).setMax("100").build(), 1950);
        assertThat(amount.read("9999", 2)).isEqualTo(new Meaning.Valid("99.99"));
        assertThat(amount.read("9999", 0)).isEqualTo(invalid(Reason.OUT_OF_RANGE));
        assertThat(amount.read("5", 2)).isEqualTo(new Meaning.Valid("0.05"));
    }

    @Test
    void limitsBelongToTheRange() {
        FieldRules.Builder range = rules(FieldKind.INTEGER).setMin("5").setMax("10");
        assertThat(read(range, "4")).isEqualTo(invalid(Reason.OUT_OF_RANGE));
        assertThat(read(range, "5")).isEqualTo(new Meaning.Valid("5"));
        assertThat(read(range, "10")).isEqualTo(new Meaning.Valid("10"));
        assertThat(read(range, "11")).isEqualTo(invalid(Reason.OUT_OF_RANGE));
        FieldRules.Builder length = rules(FieldKind.ACCOUNT).setMinLength(3).setMaxLength(4);
        assertThat(read(length, "123")).isEqualTo(new Meaning.Valid("123"));
        assertThat(read(length, "1234")).isEqualTo(new Meaning.Valid("1234"));
    }

    @ParameterizedTest
    @CsvSource({"1930, 29, 2029", "1930, 30, 1930", "1930, 99, 1999", "1950, 49, 2049", "1975, 75, 1975", "1975, 74, 2074"})
    void yearsOfTwoDigitsLieInTheHundredYearsOfTheirWindow(int windowStart, String year, String full) {
        FieldRule date = new FieldRule(rules(FieldKind.DATE).setDateOrder("DD.MM.YY").build(), windowStart);
        assertThat(date.read("1704" + year, 0)).isEqualTo(new Meaning.Valid(full + "-04-17"));
    }

    @Test
    void codesOfConfidenceAreToldFromAllOthers() {
        List<Reason> ofConfidence = Stream.of(Reason.values()).filter(reason -> Reason.isOfConfidence(reason.name())).toList();
        assertThat(ofConfidence).containsExactly(Reason.LOW_CONFIDENCE, Reason.BELOW_RISK_THRESHOLD, Reason.NO_RISK_THRESHOLD,
            Reason.RISK_CONTRACT_OTHER_MODEL);
        assertThat(ofConfidence).allMatch(Reason::demandsReview);
        assertThat(Reason.isOfConfidence("FAINT_INK")).isFalse();
    }

    @Test
    @Timeout(10)
    void aPatternThatBacktracksElsewhereTakesNoTimeHere() {
        FieldRule rule = new FieldRule(rules(FieldKind.ACCOUNT).setPattern("(0*)*1").build(), 1950);
        for (int path = 0; path < 2_000; path++) {
            assertThat(rule.read("0".repeat(30), 0)).isEqualTo(invalid(Reason.PATTERN_FAILED));
        }
    }

    @Test
    void lengthsAndPatternsAreHeld() {
        assertThat(read(rules(FieldKind.ACCOUNT).setMinLength(4), "123")).isEqualTo(invalid(Reason.WRONG_LENGTH));
        assertThat(read(rules(FieldKind.ACCOUNT).setMaxLength(2), "123")).isEqualTo(invalid(Reason.WRONG_LENGTH));
        assertThat(read(rules(FieldKind.ACCOUNT).setPattern("4.*"), "123")).isEqualTo(invalid(Reason.PATTERN_FAILED));
        assertThat(read(rules(FieldKind.ACCOUNT), "0123")).isEqualTo(new Meaning.Valid("0123"));
    }

    @Test
    void nothingIsValidOnlyWhereNothingIsRequired() {
        assertThat(read(rules(FieldKind.ZIP), "")).isEqualTo(invalid(Reason.REQUIRED_EMPTY));
        assertThat(read(rules(FieldKind.ZIP).setRequired(false), "")).isEqualTo(new Meaning.Valid(null));
    }

    @Test
    void aDateOrderThatIsNoneIsRefusedWithAdvice() {
        assertThatThrownBy(() -> new FieldRule(rules(FieldKind.DATE).setDateOrder("DDMM").build(), 1950))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("correct the form definition");
    }
}
