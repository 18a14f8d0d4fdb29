package io.penstock.schema.amount;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAmountTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12.5 | 12.5", "12.50 | 12.50", "12,50 | 12.50", "1.234,56 | 1234.56", "1,234.56 | 1234.56",
        "1.234 | 1234", "1,234 | 1234", "1 234,50 | 1234.50", "1'234.50 | 1234.50", "12,34,567.00 | 1234567.00", "12,34,567/- | 1234567",
        "8000.- | 8000", "8000,- | 8000", "8000/- | 8000", "8000= | 8000", "8000/= | 8000", "$1,234.56 | 1234.56", "Rs. 500.00 | 500.00",
        "₹ 25,00,000/- | 2500000", "0.05 | 0.05", "1.234.567 | 1234567", "69.00 € | 69.00", "** 12.34 ** | 12.34"})
    void pointsAndCommasMeanWhatPeopleMeanByThem(String typed, String value) {
        assertThat(TypedAmount.of(typed, 2)).isInstanceOfSatisfying(TypedAmount.Known.class,
            known -> assertThat(new BigDecimal(new BigInteger(known.digits()), known.decimals())).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8000", "6900", "5", "12.34-", "1.23.45", "1,23,45", "1234.567", "12.3456", "1,234,56", "1.2,3", "12..5", "-5",
        "12a", "1'2.50", "1 2", "", ".", "12."})
    void whatMayMeanTwoThingsOrNothingIsNotGuessed(String typed) {
        assertThat(TypedAmount.of(typed, 2)).isInstanceOf(TypedAmount.Unclear.class);
    }

    @Test
    void itIsSaidWhatItMayMeanAndWhatToType() {
        assertThat(TypedAmount.of("8000", 2))
            .isEqualTo(new TypedAmount.Unclear("may be 8000.00 or 80.00: type the point, 8000.00 or 80.00"));
        assertThat(TypedAmount.of("5", 2)).isEqualTo(new TypedAmount.Unclear("may be 5.00 or 0.05: type the point, 5.00 or 0.05"));
    }

    @Test
    void whereThereAreNoCentsAWholeNumberIsClear() {
        assertThat(TypedAmount.of("8000", 0)).isEqualTo(new TypedAmount.Known("8000", 0));
    }

    @Property
    void anAmountWithItsCentsIsItselfHoweverItIsGrouped(@ForAll @LongRange(max = 999_999_999_999L) long whole,
                                                        @ForAll @IntRange(max = 99) int cents, @ForAll @IntRange(max = 3) int way) {
        String grouped = String.format(Locale.ROOT, "%,d", whole);
        String after = String.format(Locale.ROOT, "%02d", cents);
        String typed = switch (way) {
            case 0 -> whole + "." + after;
            case 1 -> grouped + "." + after;
            case 2 -> grouped.replace(',', '.') + "," + after;
            default -> grouped.replace(',', ' ') + "," + after;
        };

        assertThat(TypedAmount.of(typed, 2)).isInstanceOfSatisfying(TypedAmount.Known.class, known ->
            assertThat(new BigDecimal(new BigInteger(known.digits()), known.decimals())).isEqualByComparingTo(whole + "." + after));
    }
}
