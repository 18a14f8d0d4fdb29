package io.penstock.sink.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The order in which day, month and year are written, such as DDMMYYYY: what turns digits into a date of the calendar. */
final class DateOrder {

    private final String order;
    private final int windowStart;

    /**
     * Takes an order.
     *
     * @param order       two D, two M and two or four Y; other characters are ignored
     * @param windowStart first of the hundred years that two-digit years mean, such as 1950 for 1950 to 2049
     * @throws IllegalArgumentException where the order is not one of that form
     */
    DateOrder(String order, int windowStart) {
        this.order = order.replaceAll("[^DMY]", "");
        this.windowStart = windowStart;
        if (count('D') != 2 || count('M') != 2 || count('Y') != 2 && count('Y') != 4) {
            throw new IllegalArgumentException("dateOrder " + order + " is not made of DD, MM and YY or YYYY; correct the form definition");
        }
    }

    /** Returns the number of digits of a date. */
    int length() {
        return order.length();
    }

    /** Returns the date that {@link #length()} digits stand for, if there is such a day. */
    Optional<LocalDate> read(String digits) {
        int written = part('Y', digits);
        int year = count('Y') == 2 ? inWindow(written) : written;
        int month = part('M', digits);
        int day = part('D', digits);
        // Asked of thousands of strings, most of them no dates: an exception for each would cost more than all the rest.
        boolean exists = month >= 1 && month <= 12 && day >= 1 && YearMonth.of(year, month).isValidDay(day);
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private int inWindow(int year) {
        return windowStart + Math.floorMod(year - windowStart, 100);
    }

    private int part(char letter, String digits) {
        int value = 0;
        for (int i = 0; i < order.length(); i++) {
            if (order.charAt(i) == letter) {
                value = value * 10 + digits.charAt(i) - '0';
            }
        }
        return value;
    }

    private long count(char letter) {
        return order.chars().filter(c -> c == letter).count();
    }
}
