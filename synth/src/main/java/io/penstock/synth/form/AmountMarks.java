package io.penstock.synth.form;

import io.penstock.schema.FieldRules;
import io.penstock.segment.form.FieldDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The ways in which people part the whole from the cents on a line: points, commas and middle dots, groups by apostrophe or space, one
 * decimal digit, and no cents at all with or without a mark that says so.
 */
final class AmountMarks {

    private static final List<String> POINTS = List.of(".", ".", ".", ",", ",", ",", "·");
    private static final List<String> GROUPS = List.of("", "", "", "'", " ", ",", ".");
    private static final List<String> ENDINGS = List.of(".-", ".-", ",-", ",-", "/-", "/-", "=", "=", ".=", "-", " -", ".", "", "");
    private static final List<String> ENDINGS_WITHOUT_CENTS = List.of("/-", "/-", ".-", ",-", "=", "/=", "-", "", "");

    private final double share;
    private final RandomGenerator random;

    /**
     * Creates marks.
     *
     * @param share share of amounts, 0 to 1, that are written in one of these ways and not in the writer's usual one
     */
    AmountMarks(double share, RandomGenerator random) {
        this.share = share;
        this.random = random;
    }

    /** Returns whether any amount is written so: values are told with their decimal point then. */
    boolean used() {
        return share > 0;
    }

    /** Returns whether the next amount is written so. */
    boolean next() {
        return share > 0 && random.nextDouble() < share;
    }

    /**
     * Returns an amount as it is written, and what it means.
     *
     * @param digits digits that obey the field's rules, cents included
     * @param tied   whether the number has to stay, because others depend on it; else its cents may turn into noughts
     */
    Entry entry(FieldDefinition field, String digits, AmountStyle style, boolean tied) {
        int fraction = field.rules().getFraction();
        String point = oneOf(POINTS);
        String group = oneOf(GROUPS);
        String parted = group.equals(point) ? "" : group;
        if (fraction == 0) {
            return of(field, digits, style.sign() + style.grouped(digits, parted) + oneOf(ENDINGS_WITHOUT_CENTS), digits);
        }
        double way = random.nextDouble();
        int kept = way < 0.5 ? fraction : way < 0.68 ? 1 : 0;
        String meant = rounded(field, digits, fraction - kept, tied);
        String whole = meant.substring(0, meant.length() - fraction);
        String cents = meant.substring(whole.length());
        int written = cents.substring(kept).matches("0*") ? kept : fraction;
        String after = written == 0 ? oneOf(ENDINGS) : point + cents.substring(0, written);
        return of(field, whole + cents.substring(0, written), style.sign() + style.grouped(whole, parted) + after, meant);
    }

    private static Entry of(FieldDefinition field, String written, String penned, String meant) {
        return new Entry(field, penned, written, value(meant, field.rules().getFraction()));
    }

    /** Returns what digits mean of which the last ones are cents. */
    static String value(String digits, int fraction) {
        return digits.isEmpty() ? digits : new BigDecimal(digits).movePointLeft(fraction).toPlainString();
    }

    /** With noughts at the end, where the rules allow that. */
    private static String rounded(FieldDefinition field, String digits, int zeros, boolean tied) {
        FieldRules rules = field.rules();
        String round = digits.substring(0, digits.length() - zeros) + "0".repeat(zeros);
        boolean free = !tied && rules.getPattern() == null
            && (rules.getMin() == null || new BigDecimal(value(round, rules.getFraction())).compareTo(new BigDecimal(rules.getMin())) >= 0);
        return free ? round : digits;
    }

    private String oneOf(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
