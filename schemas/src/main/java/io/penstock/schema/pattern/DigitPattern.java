package io.penstock.schema.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A regular expression that a field's digits must match as a whole, in the dialect of RE2: matching takes time in proportion to the digits,
 * whatever the expression. Back references and look-around are not part of it. Thread-safe.
 */
public final class DigitPattern {

    /** Most characters, with everything that is repeated written out. */
    private static final int MAX_SIZE = 1000;

    private final Pattern pattern;

    private DigitPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Understands an expression.
     *
     * @throws IllegalArgumentException where it is none, or too large with its repetitions written out
     */
    public static DigitPattern of(String expression) {
        if (size(expression) > MAX_SIZE) {
            throw new IllegalArgumentException("the regular expression is too large: more than " + MAX_SIZE
                + " characters when all repetitions are written out");
        }
        try {
            return new DigitPattern(Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("no regular expression that is understood here (RE2; no back references, no look-around): "
                + e.getMessage(), e);
        }
    }

    /** Returns whether the digits match as a whole. */
    public boolean matches(String digits) {
        Matcher matcher = pattern.matcher(digits);
        return matcher.matches();
    }

    /** Returns about how many characters an expression has with its repetitions written out; the sizes of open groups are on a stack. */
    private static double size(String expression) {
        Deque<Double> open = new ArrayDeque<>();
        double size = 0;
        double last = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '(') {
                open.push(size);
                size = 0;
            } else if (c == ')' && !open.isEmpty()) {
                last = size;
                size += open.pop();
            } else if (c == '{') {
                size += last * (most(expression, i) - 1);
            } else {
                last = 1;
                size++;
            }
        }
        return size;
    }

    /** Returns the larger number of a repetition that begins at a place; 1 where there is none. */
    private static double most(String expression, int from) {
        double most = 1;
        double number = 0;
        for (int i = from + 1; i < expression.length() && expression.charAt(i) != '}'; i++) {
            char c = expression.charAt(i);
            number = Character.isDigit(c) ? 10 * number + c - '0' : 0;
            most = Math.max(most, number);
        }
        return most;
    }
}
