package io.penstock.sink.decode.lattice;

import io.penstock.sink.decode.spelling.Speller;
import java.util.Arrays;

/**
 * Which symbol may follow which on the way through a lattice, and how readily.
 *
 * @param next   state by state, the state that each symbol leads to; -1 where it may not stand there
 * @param factor by which a symbol in a state counts more or less than by itself
 * @param end    whether the field may end in a state
 */
public record Succession(int[][] next, double[][] factor, boolean[] end) {

    private static final int START = 0;
    private static final int ZERO = 1;
    private static final int DIGIT = 2;
    private static final int SEPARATED = 3;
    private static final int ENDED = 4;
    private static final int SLASHED = 5;
    private static final int LINE_STATES = 6;

    /** Returns the order of printed boxes: anything may stand in any of them, {@link Speller} judges the whole. */
    public static Succession ofBoxes() {
        int[] always = new int[Edge.SYMBOLS];
        double[] one = new double[Edge.SYMBOLS];
        Arrays.fill(one, 1);
        return new Succession(new int[][] {always}, new double[][] {one}, new boolean[] {true});
    }

    /**
     * Returns the order of a free line: marks, then digits with separators among them, then marks.
     *
     * @param amount whether it is an amount: seldom begun with a zero, often ended with several
     */
    static Succession ofLine(LineModel model, boolean amount) {
        int[][] next = new int[LINE_STATES][Edge.SYMBOLS];
        double[][] factor = new double[LINE_STATES][Edge.SYMBOLS];
        for (int state = 0; state < LINE_STATES; state++) {
            for (int symbol = 0; symbol < Edge.SYMBOLS; symbol++) {
                next[state][symbol] = next(state, symbol);
                factor[state][symbol] = 1;
            }
        }
        factor[ZERO][Edge.TERMINATOR] = model.factor(Cue.END);
        factor[DIGIT][Edge.TERMINATOR] = model.factor(Cue.END);
        if (amount) {
            factor[START][0] = model.factor(Cue.ZERO_FIRST);
            factor[ZERO][0] = model.factor(Cue.ZERO_AFTER_ZERO);
            factor[DIGIT][0] = model.factor(Cue.ZERO_AFTER_DIGIT);
        }
        return new Succession(next, factor, new boolean[] {true, true, true, false, true, false});
    }

    private static int next(int state, int symbol) {
        if (symbol < Edge.MARK) {
            return state >= ENDED ? -1 : symbol == 0 ? ZERO : DIGIT;
        }
        return switch (symbol) {
            case Edge.LEADING -> state == START ? START : -1;
            case Edge.SEPARATOR -> state == START || state >= ENDED ? -1 : SEPARATED;
            case Edge.TERMINATOR -> state == START || state == SEPARATED ? -1 : ENDED;
            case Edge.SLASH -> state == ZERO || state == DIGIT ? SLASHED : -1;
            default -> -1;
        };
    }

    int states() {
        return next.length;
    }
}
