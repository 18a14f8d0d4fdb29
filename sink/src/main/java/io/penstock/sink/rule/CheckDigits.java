package io.penstock.sink.rule;

import io.penstock.schema.CheckDigit;

/** The check-digit schemes: whether a string of digits obeys one. Thread-safe. */
final class CheckDigits {

    private static final int[] ABA_WEIGHTS = {3, 7, 1};
    private static final int ABA_LENGTH = 9;

    private CheckDigits() {
    }

    /** Returns whether digits, at least one, obey a scheme; NONE is always obeyed. */
    static boolean hold(CheckDigit scheme, String digits) {
        return switch (scheme) {
            case NONE -> true;
            case LUHN -> luhn(digits);
            case MOD97 -> mod97(digits);
            case ABA -> aba(digits);
        };
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int doubled = fromRight % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** ISO 7064 MOD 97-10: the whole number leaves 1. */
    private static boolean mod97(String digits) {
        int rest = 0;
        for (int i = 0; i < digits.length(); i++) {
            rest = (rest * 10 + digits.charAt(i) - '0') % 97;
        }
        return rest == 1;
    }

    private static boolean aba(String digits) {
        if (digits.length() != ABA_LENGTH || !abaPrefix(Integer.parseInt(digits.substring(0, 2)))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < ABA_LENGTH; i++) {
            sum += ABA_WEIGHTS[i % 3] * (digits.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }

    /** Government, Federal Reserve districts, thrift institutions, electronic only, traveller's cheques. */
    private static boolean abaPrefix(int prefix) {
        return prefix <= 12 || prefix >= 21 && prefix <= 32 || prefix >= 61 && prefix <= 72 || prefix == 80;
    }
}
