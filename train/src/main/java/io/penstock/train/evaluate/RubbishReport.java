package io.penstock.train.evaluate;

import java.util.List;

/**
 * How much that is no digit is taken for one.
 *
 * @param model       version of what was measured
 * @param level       probability of a digit from which something counts as taken for it
 * @param unseenTaken share (0 to 1) of the pieces of unseen kinds that are taken for a digit, each kind weighted alike
 * @param seenTaken   the same for kinds that training draws, too, here drawn by other seeds
 * @param unseen95    where the share of the unseen truly lies, at 95 % confidence (Wilson)
 * @param kinds       the figures of each kind, unseen ones first
 */
public record RubbishReport(String model, double level, double unseenTaken, double seenTaken, Interval unseen95, List<Kind> kinds) {

    /**
     * Figures of one kind.
     *
     * @param name     lower-case
     * @param unseen   whether no training draws it
     * @param count    pieces drawn
     * @param taken    how many are taken for a digit
     * @param share    the same as a share, 0 to 1
     * @param rejected share (0 to 1) to which reject has at least one half
     */
    public record Kind(String name, boolean unseen, int count, int taken, double share, double rejected) {
    }

    static RubbishReport of(String model, double level, List<Kind> kinds) {
        int count = kinds.stream().filter(Kind::unseen).mapToInt(Kind::count).sum();
        int taken = kinds.stream().filter(Kind::unseen).mapToInt(Kind::taken).sum();
        return new RubbishReport(model, level, mean(kinds, true), mean(kinds, false), Interval.wilson(taken, count), kinds);
    }

    private static double mean(List<Kind> kinds, boolean unseen) {
        return kinds.stream().filter(kind -> kind.unseen() == unseen).mapToDouble(Kind::share).average().orElse(0);
    }
}
