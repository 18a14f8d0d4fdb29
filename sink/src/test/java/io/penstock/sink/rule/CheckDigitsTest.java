package io.penstock.sink.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.CheckDigit;
import java.math.BigInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

    private static final int ABA_LENGTH = 9;

    @Test
    void withoutASchemeAllDigitsHold() {
        assertThat(CheckDigits.hold(CheckDigit.NONE, "7")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"LUHN, 79927398713", "LUHN, 4539578763621486", "LUHN, 18", "LUHN, 0", "MOD97, 79444", "MOD97, 1", "ABA, 021000021",
        "ABA, 011000015", "ABA, 322271627"})
    void publishedNumbersHold(CheckDigit scheme, String digits) {
        assertThat(CheckDigits.hold(scheme, digits)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"LUHN, 79927398710", "LUHN, 81", "LUHN, 5", "MOD97, 79445", "MOD97, 0", "MOD97, 97", "ABA, 021000022", "ABA, 02100002",
        "ABA, 0210000210"})
    void othersDoNot(CheckDigit scheme, String digits) {
        assertThat(CheckDigits.hold(scheme, digits)).isFalse();
    }

    @Property
    void oneWrongDigitBreaksEachScheme(@ForAll @LongRange(min = 0, max = 9_999_999L) long body, @ForAll @IntRange(max = 8) int at,
                                       @ForAll @IntRange(min = 1, max = 9) int more) {
        String luhn = withLastDigit(CheckDigit.LUHN, String.format("%08d", body));
        String mod97 = String.format("%07d", body) + String.format("%02d", 98 - body % 97 * 100 % 97);
        String aba = withLastDigit(CheckDigit.ABA, "02" + String.format("%06d", body % 1_000_000));
        assertThat(CheckDigits.hold(CheckDigit.MOD97, mod97)).isTrue();
        assertThat(CheckDigits.hold(CheckDigit.LUHN, changed(luhn, at, more))).isFalse();
        assertThat(CheckDigits.hold(CheckDigit.MOD97, changed(mod97, at, more))).isFalse();
        assertThat(CheckDigits.hold(CheckDigit.ABA, changed(aba, at, more))).isFalse();
    }

    @Property
    void mod97IsTheRestOfTheWholeNumber(@ForAll @LongRange(min = 0) long number) {
        boolean one = BigInteger.valueOf(number).mod(BigInteger.valueOf(97)).intValue() == 1;
        assertThat(CheckDigits.hold(CheckDigit.MOD97, Long.toString(number))).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "12", "21", "32", "61", "72", "80"})
    void routingNumbersBeginAsTheyAreGivenOut(String prefix) {
        assertThat(CheckDigits.hold(CheckDigit.ABA, byWeights(prefix))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "20", "33", "60", "73", "79", "81", "99"})
    void otherBeginningsAreNoRoutingNumbers(String prefix) {
        assertThat(CheckDigits.hold(CheckDigit.ABA, byWeights(prefix))).isFalse();
    }

    /** Nine digits whose weighted sum is right: the last of the three zeros before it has weight 1. */
    private static String byWeights(String prefix) {
        int sum = 3 * (prefix.charAt(0) - '0') + 7 * (prefix.charAt(1) - '0');
        return prefix + "000000" + (10 - sum % 10) % 10;
    }

    private static String withLastDigit(CheckDigit scheme, String body) {
        return IntStream.range(0, 10).mapToObj(digit -> body + digit).filter(digits -> CheckDigits.hold(scheme, digits)).findFirst()
            .orElseThrow();
    }

    private static String changed(String digits, int at, int more) {
        StringBuilder changed = new StringBuilder(digits);
        changed.setCharAt(at, (char) ('0' + (digits.charAt(at) - '0' + more) % 10));
        assertThat(changed).hasSize(ABA_LENGTH);
        return changed.toString();
    }
}
