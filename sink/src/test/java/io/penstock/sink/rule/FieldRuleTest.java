package io.penstock.sink.rule;

import static io.penstock.sink.Readings.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.schema.CheckDigit;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
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
