package io.penstock.sink.decode.spelling;

/**
 * Where the marks of an amount stand among its digits, as far as its value depends on them.
 *
 * @param after how many digits stand behind the last separator; 0: none parts them
 * @param ended whether a mark follows the last digit
 */
public record Layout(int after, boolean ended) {

    private static final int THOUSANDS = 3;

    /**
     * Returns whether a separator may stand before so many digits: the last one, and one to its left that groups the whole part by threes,
     * or as in India by twos above the last three.
     */
    public boolean mayPart(int digits) {
        int whole = digits - after;
        boolean cents = after < THOUSANDS;
        return after > 0 && whole >= 0 && (!cents || whole % THOUSANDS == 0 || whole > THOUSANDS && whole % 2 == 1);
    }
}
