package io.penstock.synth.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.form.FormDefinition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormFillerTest {

    private static final int SHEETS = 200;

    private static List<Map<String, Entry>> filled(FormDefinition form) {
        return IntStream.range(0, SHEETS)
            .mapToObj(seed -> new FormFiller(0.3, new SplittableRandom(seed)).fill(form).stream()
                .collect(Collectors.toMap(entry -> entry.field().name(), Function.identity())))
            .toList();
    }

    @Test
    void relationsHold() {
        for (Map<String, Entry> sheet : filled(TestForms.tally())) {
            assertThat(Long.parseLong(sheet.get("a").value()) + Long.parseLong(sheet.get("b").value()))
                .isEqualTo(Long.parseLong(sheet.get("sum").value()));
        }
    }

    @Test
    void boxesHoldWhatTheValueSays() {
        Set<Character> leads = new HashSet<>();
        for (Map<String, Entry> sheet : filled(TestForms.tally())) {
            Entry entry = sheet.get("a");
            assertThat(entry.written()).hasSize(3).matches("[X_]*[0-9]+");
            assertThat(entry.written().replaceAll("[X_]", "").replaceFirst("^0+(?=.)", "")).isEqualTo(entry.value());
            leads.add(entry.written().charAt(0));
        }
        assertThat(leads).contains('X', '_', '0');
    }

    @Test
    void datesAreDaysOfTheCalendar() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("ddMMuuuu").withResolverStyle(ResolverStyle.STRICT);
        for (Map<String, Entry> sheet : filled(TestForms.tally())) {
            assertThat(LocalDate.parse(sheet.get("date").value(), format)).isAfter(LocalDate.of(2014, 12, 31));
        }
    }

    @Test
    void checkDigitsHold() {
        for (Map<String, Entry> sheet : filled(TestForms.cheque())) {
            assertThat(weighted(sheet.get("routing").value(), 3, 7, 1) % 10).isZero();
            assertThat(luhn(sheet.get("card").value()) % 10).isZero();
            assertThat(new BigInteger(sheet.get("iban").value()).mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
        }
    }

    private static int weighted(String digits, int... weights) {
        return IntStream.range(0, digits.length()).map(i -> weights[i % weights.length] * (digits.charAt(i) - '0')).sum();
    }

    private static int luhn(String digits) {
        return IntStream.range(0, digits.length()).map(i -> {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            return i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }).sum();
    }

    @Test
    void amountsAreWrittenAsPeopleDo() {
        Set<String> lines = new HashSet<>();
        for (Map<String, Entry> sheet : filled(TestForms.cheque())) {
            Entry amount = sheet.get("amount");
            assertThat(amount.penned()).matches("([0-9]{1,3}(,[0-9]{3})*|[0-9]+)\\.[0-9]{2}");
            assertThat(amount.penned().replaceAll("[,.]", "")).isEqualTo(amount.written());
            lines.add(amount.penned().replaceAll("[0-9]", "0"));
        }
        assertThat(lines).contains("0,000.00", "0000.00", "00.00");
    }

    @Test
    void marksOfAllKindsMeanWhatTheValueSays() {
        Set<String> lines = new HashSet<>();
        for (int seed = 0; seed < SHEETS; seed++) {
            Entry amount = new FormFiller(0, new SplittableRandom(seed), 1, new SplittableRandom(seed)).fill(TestForms.cheque()).stream()
                .filter(entry -> entry.field().name().equals("amount")).findFirst().orElseThrow();
            assertThat(amount.penned().replaceAll("[^0-9]", "")).isEqualTo(amount.written());
            assertThat(amount.value()).matches("[0-9]+\\.[0-9]{2}");
            String cents = amount.penned().replaceFirst(".*[,.·](?=[0-9]{1,2}$)", "");
            int penned = cents.equals(amount.penned()) ? 0 : cents.length();
            assertThat(new BigDecimal(amount.value())).isEqualByComparingTo(new BigDecimal(amount.written()).movePointLeft(penned));
            lines.add(amount.penned().replaceAll("[0-9]", "0"));
        }
        assertThat(lines).contains("00.00", "00,00", "0'000", "0 000,00", "00.0", "00.-", "00,-", "00/-", "00=", "000");
    }

    @Test
    void rupeesAreGroupedTheIndianWay() {
        assertThat(new AmountStyle(true, true, "", "/-").line("1234567", 0)).isEqualTo("12,34,567/-");
        assertThat(new AmountStyle(false, true, "$", "").line("123456789", 2)).isEqualTo("$1,234,567.89");
        assertThat(new AmountStyle(true, true, "", "/-").line("999", 0)).isEqualTo("999/-");
    }

    @Test
    void onlyOptionalFieldsStayEmpty() {
        List<Map<String, Entry>> sheets = filled(TestForms.cheque());
        long empty = sheets.stream().filter(sheet -> sheet.get("note").value().isEmpty()).count();
        assertThat((double) empty / SHEETS).isBetween(0.2, 0.4);
        assertThat(sheets).allSatisfy(sheet -> assertThat(sheet.get("routing").value()).hasSize(9));
        assertThat(sheets).filteredOn(sheet -> sheet.get("note").value().isEmpty())
            .allSatisfy(sheet -> assertThat(sheet.get("note").written()).isEqualTo("____"));
    }
}
