package io.penstock.schema.amount;

import io.penstock.schema.Cents;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person who types an amount, or a whole number, means by points and commas; or that it may mean two things.
 *
 * <p>One or two digits after the last separator are cents ({@code 12.5} is 12.50), three are a group ({@code 1.234} is 1234), groups are of
 * three, or as in India of two above the last three. A terminator ({@code .-}, {@code /-}, {@code =}) says that there are no cents.
 */
public sealed interface TypedAmount {

    /** Where amounts have cents, and nothing that was typed says where they begin. */
    String NO_POINT = "may be %s or %s: type the point, %s or %s";

    /**
     * An amount that means one thing.
     *
     * @param digits   the digits as typed
     * @param decimals how many of the last ones are cents
     */
    record Known(String digits, int decimals) implements TypedAmount { }

    /**
     * One that means several things, or nothing.
     *
     * @param why a sentence without a subject: what it may be, and what to type
     */
    record Unclear(String why) implements TypedAmount { }

    /**
     * Returns why what was typed into a field means no one number: what it may mean, what to type; empty where it does, and for fields that
     * hold no amount and no whole number.
     */
    static Optional<String> unclear(String typed, FieldRules rules) {
        boolean counts = rules.getKind() == FieldKind.AMOUNT || rules.getKind() == FieldKind.INTEGER;
        return counts && of(typed, rules) instanceof Unclear unclear ? Optional.of(typed.strip() + " " + unclear.why()) : Optional.empty();
    }

    /** Reads what was typed into a field that holds an amount or a whole number. */
    static TypedAmount of(String typed, FieldRules rules) {
        boolean amount = rules.getKind() == FieldKind.AMOUNT;
        TypedAmount read = of(typed, amount && rules.getCents() != Cents.OPTIONAL ? rules.getFraction() : 0);
        return !amount && read instanceof Known known && known.decimals() > 0
            ? new Unclear("has a part behind a point, where a whole number is asked for") : read;
    }

    /**
     * Reads what was typed.
     *
     * @param typed    digits with separators, currency signs and a terminator
     * @param fraction how many of the last digits are cents where the form has no separator; 0: none
     */
    static TypedAmount of(String typed, int fraction) {
        Matcher form = Form.WHOLE.matcher(typed);
        if (!form.matches()) {
            return new Unclear("is no amount: type digits with a point before the cents, such as 1234.50");
        }
        String number = form.group("number");
        boolean ended = form.group("end") != null;
        String digits = number.replaceAll("\\D", "");
        if (number.equals(digits)) {
            return ended || fraction == 0 ? new Known(digits, 0) : withoutPoint(digits, fraction);
        }
        List<String> groups = List.of(number.split("\\D"));
        List<String> separators = Arrays.stream(number.split("\\d+")).filter(separator -> !separator.isEmpty()).toList();
        int last = groups.get(groups.size() - 1).length();
        boolean cents = last <= 2;
        if (cents && ended) {
            return new Unclear("has cents and a sign that there are none: type it without the sign");
        }
        List<String> whole = cents ? groups.subList(0, groups.size() - 1) : groups;
        List<String> grouping = cents ? separators.subList(0, separators.size() - 1) : separators;
        boolean pointIsNoGroup = !cents || ".,".contains(separators.get(separators.size() - 1))
            && !grouping.contains(separators.get(separators.size() - 1));
        if (last > 3 || grouping.stream().distinct().count() > 1 || !pointIsNoGroup || !isGrouped(whole)) {
            return new Unclear("is not grouped as amounts are: type it without groups, such as 1234.50");
        }
        return new Known(digits, cents ? last : 0);
    }

    private static TypedAmount withoutPoint(String digits, int fraction) {
        String padded = "0".repeat(Math.max(0, fraction + 1 - digits.length())) + digits;
        String cents = padded.substring(0, padded.length() - fraction) + "." + padded.substring(padded.length() - fraction);
        String whole = digits + "." + "0".repeat(fraction);
        return new Unclear(String.format(Locale.ROOT, NO_POINT, whole, cents, whole, cents));
    }

    private static boolean isGrouped(List<String> groups) {
        String lengths = groups.stream().map(group -> Integer.toString(group.length())).collect(Collectors.joining(","));
        return groups.size() == 1 || lengths.matches("[123](,3)+") || lengths.matches("[12](,2)+,3");
    }

    /** How amounts are typed: a currency sign, digits with single separators, a terminator. */
    final class Form {

        private static final Pattern WHOLE = Pattern.compile("[\\s*=]*(?:[$€£₹]|Rs\\.?|Fr\\.?)?\\s*"
            + "(?<number>\\d+(?:[.,'\u2019 \u00a0\u202f·]\\d+)*)\\s*"
            + "(?<end>[.,]?\\s*[-\u2013\u2014]+|/\\s*[-=]+|[.,]?=+)?[\\s*]*(?:[€£])?\\s*");

        private Form() {
        }
    }
}
