package io.penstock.schema.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class DigitPatternTest {

    @Test
    void digitsMatchAsAWhole() {
        DigitPattern zip = DigitPattern.of("[0-9]{5}([0-9]{4})?");
        assertThat(zip.matches("94103")).isTrue();
        assertThat(zip.matches("941031234")).isTrue();
        assertThat(zip.matches("9410")).isFalse();
        assertThat(zip.matches("9410312345")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(0*)*1", "(0|0)*1", "(0+0+)+1", "(0?){30}0{30}1", "(\\d+)*x"})
    void noExpressionTakesLong(String expression) {
        DigitPattern pattern = DigitPattern.of(expression);
        for (int i = 0; i < 2000; i++) {
            assertThat(pattern.matches("0".repeat(40))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"((1{100}){100}){100}", "(((1{1000}){1000}){1000}){1000}", "((\\d{40}){40}){40}", "(1{2,}){999}",
        "(?:(?:1{9}){9}){99}{2}"})
    void whatWouldTakeMuchMemoryIsRefused(String expression) {
        assertThatThrownBy(() -> DigitPattern.of(expression)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(\\d)\\1", "(?=1)1", "(", "[", "1**", "\\"})
    void whatIsNotUnderstoodIsRefused(String expression) {
        assertThatThrownBy(() -> DigitPattern.of(expression)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("RE2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\d{10}|\\d{12}|\\d{14}", "4[0-9]{15}", "(?:\\d{4}){4}", "(12|34)+", "[1-9][0-9]*", "\\d{1,30}"})
    void whatFormsUseIsTaken(String expression) {
        assertThat(DigitPattern.of(expression)).isNotNull();
    }
}
