package io.penstock.sink.decode.spelling;

import java.util.List;

/**
 * How people group the digits of an amount: by threes, or by twos above the last three (the lakh), with or without cents.
 *
 * <p>A mark that would stand where no separator is ever written is more likely a bad cut or a bad reading.
 */
final class Grouping {

    /** Of an amount of more than three digits without separators. */
    static final double UNGROUPED = 0.3;
    private static final double ODD = 0.02;
    private static final int CENTS = 2;
    private static final int THOUSANDS = 3;

    private Grouping() {
    }

    /**
     * Returns how plausible a grouping is, 0 to 1.
     *
     * @param groups number of digits between separators, left to right; not empty
     */
    static double plausibility(List<Integer> groups) {
        int size = groups.size();
        double whole = grouped(groups);
        boolean cents = size > 1 && groups.get(size - 1) == CENTS;
        return cents ? Math.max(whole, grouped(groups.subList(0, size - 1))) : whole;
    }

    private static double grouped(List<Integer> groups) {
        int size = groups.size();
        if (size == 1) {
            return groups.get(0) <= THOUSANDS ? 1 : UNGROUPED;
        }
        int inner = groups.get(1);
        boolean last = groups.get(size - 1) == THOUSANDS;
        boolean first = groups.get(0) <= THOUSANDS;
        for (int i = 1; i < size - 1; i++) {
            first &= groups.get(i) == inner && (inner == 2 || inner == THOUSANDS);
        }
        return first && last ? 1 : ODD;
    }
}
