package io.penstock.sink.decode.spelling;

import io.penstock.sink.rule.Reason;

/**
 * One string that may be what the writer put down.
 *
 * @param spelling  its most probable path
 * @param text      its digits
 * @param value     its typed value; null where it is invalid or empty
 * @param flaw      the rule that it breaks; null: it is valid
 * @param posterior probability (0 to 1) that it is what was written
 */
public record Hypothesis(Spelling spelling, String text, String value, Reason flaw, double posterior) {

    public boolean isValid() {
        return flaw == null;
    }

    public Hypothesis withPosterior(double changed) {
        return new Hypothesis(spelling, text, value, flaw, changed);
    }

    /** Returns the whole number that it adds to a sum: 0 for an empty field; null where it is no whole number. */
    public Long summand() {
        if (!isValid()) {
            return null;
        }
        if (text.isEmpty()) {
            return 0L;
        }
        return isWhole(value) ? Long.valueOf(value) : null;
    }

    private static boolean isWhole(String value) {
        return value.length() <= 15 && value.indexOf('.') < 0 && value.indexOf('-') < 0;
    }
}
