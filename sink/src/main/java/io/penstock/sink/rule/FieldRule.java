package io.penstock.sink.rule;

import io.penstock.schema.CheckDigit;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.pattern.DigitPattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The rules of one field, ready to be asked what a string of digits means.
 *
 * <p>A ZIP code has 5 or 9 digits, a routing number 9 with the ABA checksum and a prefix in use, a date as many as its order
 * (DDMMYYYY where the form names none); the rest is what the form says. Thread-safe.
 */
public final class FieldRule {

    private static final String DEFAULT_DATE_ORDER = "DDMMYYYY";

    private final FieldRules rules;
    private final DigitPattern pattern;
    private final DateOrder dateOrder;

    /**
     * Prepares the rules of a field.
     *
     * @param rules       as the form definition gave them
     * @param windowStart first of the hundred years that two-digit years mean
     * @throws IllegalArgumentException where the date order or the regular expression cannot be understood
     */
    public FieldRule(FieldRules rules, int windowStart) {
        this.rules = rules;
        pattern = rules.getPattern() == null ? null : DigitPattern.of(rules.getPattern());
        String order = rules.getDateOrder() == null ? DEFAULT_DATE_ORDER : rules.getDateOrder();
        dateOrder = rules.getKind() == FieldKind.DATE ? new DateOrder(order, windowStart) : null;
    }

    /**
     * Returns what digits mean.
     *
     * @param digits   0 to 9 only; may be empty
     * @param decimals how many of the last digits are cents; looked at for amounts only
     */
    public Meaning read(String digits, int decimals) {
        if (digits.isEmpty()) {
            return rules.getRequired() ? new Meaning.Invalid(Reason.REQUIRED_EMPTY) : new Meaning.Valid(null);
        }
        if (!lengthFits(digits.length())) {
            return new Meaning.Invalid(Reason.WRONG_LENGTH);
        }
        if (!CheckDigits.hold(scheme(), digits)) {
            return new Meaning.Invalid(Reason.CHECK_DIGIT_FAILED);
        }
        if (pattern != null && !pattern.matches(digits)) {
            return new Meaning.Invalid(Reason.PATTERN_FAILED);
        }
        return rules.getKind() == FieldKind.DATE ? date(digits) : number(digits, decimals);
    }

    private Meaning date(String digits) {
        Optional<LocalDate> date = dateOrder.read(digits);
        if (date.isEmpty()) {
            return new Meaning.Invalid(Reason.NOT_A_DATE);
        }
        boolean early = rules.getMin() != null && date.get().isBefore(LocalDate.parse(rules.getMin()));
        boolean late = rules.getMax() != null && date.get().isAfter(LocalDate.parse(rules.getMax()));
        return early || late ? new Meaning.Invalid(Reason.OUT_OF_RANGE) : new Meaning.Valid(date.get().toString());
    }

    private Meaning number(String digits, int decimals) {
        BigInteger whole = new BigInteger(digits);
        BigDecimal value = rules.getKind() == FieldKind.AMOUNT ? amount(whole, decimals) : new BigDecimal(whole);
        boolean low = rules.getMin() != null && value.compareTo(new BigDecimal(rules.getMin())) < 0;
        boolean high = rules.getMax() != null && value.compareTo(new BigDecimal(rules.getMax())) > 0;
        if (low || high) {
            return new Meaning.Invalid(Reason.OUT_OF_RANGE);
        }
        boolean counts = rules.getKind() == FieldKind.AMOUNT || rules.getKind() == FieldKind.INTEGER;
        return new Meaning.Valid(counts ? value.toPlainString() : digits);
    }

    /** One digit behind the point is tenths: it is written with as many as the form's amounts have. */
    private BigDecimal amount(BigInteger digits, int decimals) {
        BigDecimal value = new BigDecimal(digits, decimals);
        return decimals > 0 && decimals < rules.getFraction() ? value.setScale(rules.getFraction()) : value;
    }

    private CheckDigit scheme() {
        return rules.getKind() == FieldKind.ROUTING ? CheckDigit.ABA : rules.getCheckDigit();
    }

    private boolean lengthFits(int length) {
        boolean kindFits = switch (rules.getKind()) {
            case ZIP -> length == 5 || length == 9 || rules.getPattern() != null;
            case ROUTING -> length == 9;
            case DATE -> length == dateOrder.length();
            default -> true;
        };
        return kindFits && (rules.getMinLength() == null || length >= rules.getMinLength())
            && (rules.getMaxLength() == null || length <= rules.getMaxLength());
    }
}
