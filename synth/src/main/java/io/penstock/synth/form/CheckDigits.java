package io.penstock.synth.form;

import io.penstock.schema.CheckDigit;

/** Completes numbers so that they obey a check-digit scheme: the last digit (of MOD97 the last two) is replaced. */
final class CheckDigits {

    private static final int[] ABA_WEIGHTS = {3, 7, 1};

    private CheckDigits() {
    }

    /** Returns the number with the right check digit. */
    static String complete(String digits, CheckDigit scheme) {
        return switch (scheme) {
            case NONE -> digits;
            case LUHN -> digits.substring(0, digits.length() - 1) + luhn(digits);
            case ABA -> digits.substring(0, digits.length() - 1) + aba(digits);
            case MOD97 -> mod97(digits.substring(0, digits.length() - 2));
        };
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int fromRight = 1; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int doubled = fromRight % 2 == 1 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }

    private static int aba(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            sum += ABA_WEIGHTS[i % 3] * (digits.charAt(i) - '0');
        }
        // The last of the nine digits has weight 1.
        return (10 - sum % 10) % 10;
    }

    /** ISO 7064 MOD 97-10: the whole number leaves 1. */
    private static String mod97(String payload) {
        int remainder = 0;
        for (char digit : (payload + "00").toCharArray()) {
            remainder = (remainder * 10 + digit - '0') % 97;
        }
        int check = 98 - remainder;
        return payload + (check < 10 ? "0" : "") + check;
    }
}
