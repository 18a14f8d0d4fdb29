package io.penstock.synth.form;

import io.penstock.schema.CheckDigit;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Draws the digits of one field so that they obey its rules. */
final class NumberDraw {

    private static final int ATTEMPTS = 20_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
    private static final int[][] ABA_PREFIXES = {{1, 12}, {21, 32}, {61, 72}, {80, 80}};

    private final RandomGenerator random;

    NumberDraw(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Draws digits.
     *
     * @throws IllegalArgumentException where the rules leave next to nothing: no valid number among many draws
     */
    String draw(FieldDefinition field) {
        FieldRules rules = field.rules();
        Pattern pattern = rules.getPattern() == null ? null : Pattern.compile(rules.getPattern());
        for (int i = 0; i < ATTEMPTS; i++) {
            String digits = candidate(field, rules);
            if ((pattern == null || pattern.matcher(digits).matches()) && withinBounds(digits, rules)) {
                return digits;
            }
        }
        throw new IllegalArgumentException("field " + field.name() + ": none of " + ATTEMPTS
            + " random numbers obeys its rules; loosen pattern, length or bounds, or leave this form out");
    }

    private String candidate(FieldDefinition field, FieldRules rules) {
        int most = most(field);
        int least = rules.getMinLength() == null ? 1 : Math.min(rules.getMinLength(), most);
        return switch (rules.getKind()) {
            case ZIP -> zip(most);
            case DATE -> date(rules);
            case ROUTING -> CheckDigits.complete(routing(), CheckDigit.ABA);
            case AMOUNT -> amount(rules, least, most);
            case INTEGER -> wholeNumber(least + random.nextInt(most - least + 1));
            case ACCOUNT, DIGITS, UNKNOWN -> CheckDigits.complete(
                any(rules.getMinLength() == null ? most : least + random.nextInt(most - least + 1)), rules.getCheckDigit());
        };
    }

    /** The greatest number of digits that rules and boxes allow. */
    static int most(FieldDefinition field) {
        int room = field.place() instanceof Place.Boxes boxes ? boxes.count() : freeRoom(field.rules());
        Integer most = field.rules().getMaxLength();
        return most == null ? room : Math.min(most, room);
    }

    private static int freeRoom(FieldRules rules) {
        return rules.getKind() == FieldKind.ZIP ? 5 : 7;
    }

    private String zip(int most) {
        String five = String.format(Locale.ROOT, "%05d", 501 + random.nextInt(99_950 - 501));
        return most >= 9 && random.nextDouble() < 0.6 ? five + any(4) : five;
    }

    private String date(FieldRules rules) {
        LocalDate first = rules.getMin() == null ? FIRST_DAY : LocalDate.parse(rules.getMin());
        LocalDate last = rules.getMax() == null ? LAST_DAY : LocalDate.parse(rules.getMax());
        LocalDate day = first.plusDays(random.nextLong(last.toEpochDay() - first.toEpochDay() + 1));
        String order = rules.getDateOrder() == null ? "DDMMYYYY" : rules.getDateOrder();
        return order.replace("DD", two(day.getDayOfMonth())).replace("MM", two(day.getMonthValue()))
            .replace("YYYY", Integer.toString(day.getYear())).replace("YY", two(day.getYear() % 100));
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private String routing() {
        int[] range = ABA_PREFIXES[random.nextInt(ABA_PREFIXES.length)];
        return two(range[0] + random.nextInt(range[1] - range[0] + 1)) + any(7);
    }

    /** Amounts are round more often than not, and of every size. */
    private String amount(FieldRules rules, int least, int most) {
        int fraction = rules.getFraction();
        int whole = Math.min(most - fraction, 2 + random.nextInt(Math.max(1, most - fraction - 1)));
        String number = wholeNumber(Math.max(whole, least - fraction));
        if (number.length() > 2 && random.nextDouble() < 0.4) {
            int zeros = 1 + random.nextInt(number.length() - 1);
            number = number.substring(0, number.length() - zeros) + "0".repeat(zeros);
        }
        if (fraction == 0) {
            return number;
        }
        return number + (random.nextDouble() < 0.3 ? "0".repeat(fraction) : any(fraction));
    }

    private String wholeNumber(int length) {
        return length == 1 ? any(1) : (char) ('1' + random.nextInt(9)) + any(length - 1);
    }

    private String any(int length) {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private static boolean withinBounds(String digits, FieldRules rules) {
        if (rules.getKind() == FieldKind.DATE) {
            return true;
        }
        BigDecimal value = new BigDecimal(digits).movePointLeft(rules.getFraction());
        return (rules.getMin() == null || value.compareTo(new BigDecimal(rules.getMin())) >= 0)
            && (rules.getMax() == null || value.compareTo(new BigDecimal(rules.getMax())) <= 0);
    }
}
