package io.penstock.app.risk;

import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds the least confidence from which on at most a given share of accepted fields is wrong, with a high-probability bound (selective
 * classification with guaranteed risk, Geifman and El-Yaniv 2017, arXiv 1705.08500).
 *
 * <p>Levels are tested by the exact binomial bound in an order that is fixed by the number of trials alone: from a strict level on towards
 * laxer ones, until one fails (fixed-sequence testing: needs no share of delta for each level; Learn then Test, arXiv 2110.01052). With
 * plenty of trials there are two such sequences, the second begins laxer, and each gets half of delta: then one early error does not
 * end it all.
 *
 * @param risk  greatest share (0 to 1) of accepted fields that may be wrong
 * @param delta probability (0 to 1) with which that may fail to hold
 */
record ThresholdSearch(double risk, double delta) {

    private static final int PLENTY = 4;
    private static final double STRIDE = 1.03;
    private static final int FARTHEST = 10_000_000;
    private static final double GROWTH = 1.05;

    /**
     * A level that holds.
     *
     * @param level    least confidence of an accepted field
     * @param accepted trials that reach it
     * @param wrong    how many of them are wrong
     * @param bound    upper bound (0 to 1) on the share of wrong ones
     */
    record Found(double level, int accepted, int wrong, double bound) {
    }

    /** Returns the laxest level that was shown to hold; null where none was. */
    Found search(Ranking ranking) {
        IntFunction<Found> at = rank -> {
            double level = ranking.level(rank);
            int accepted = ranking.accepted(level);
            int wrong = ranking.wrong(accepted);
            return new Found(level, accepted, wrong, accepted == 0 ? 1 : RiskBound.upper(wrong, accepted, share(ranking.size())));
        };
        int rank = laxest(ranking.size(), r -> at.apply(r).bound() <= risk);
        return rank == 0 ? null : at.apply(rank);
    }

    /**
     * Returns about how many trials like these would be needed, should more of them be wrong as often; empty where no number would do.
     *
     * @param ranking trials that did not suffice
     */
    OptionalInt needed(Ranking ranking) {
        int fewest = RiskBound.errorFree(risk, delta);
        if (ranking.size() == 0) {
            return OptionalInt.of(fewest);
        }
        IntBinaryOperator expected = (rank, size) -> {
            int like = (int) Math.min(ranking.size(), Math.ceil((double) rank * ranking.size() / size));
            return (int) Math.ceil((double) ranking.wrong(like) * rank / like - 1e-9);
        };
        for (double size = Math.max(fewest, ranking.size()); size < FARTHEST; size *= GROWTH) {
            int trials = (int) Math.ceil(size);
            if (laxest(trials, rank -> RiskBound.upper(expected.applyAsInt(rank, trials), rank, share(trials)) <= risk) > 0) {
                return OptionalInt.of(trials);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the probability of failing that each sequence may spend. */
    private double share(int trials) {
        return delta / sequences(trials);
    }

    private int sequences(int trials) {
        return trials >= PLENTY * RiskBound.errorFree(risk, delta / 2) ? 2 : 1;
    }

    private int laxest(int trials, IntPredicate holds) {
        int strictest = RiskBound.errorFree(risk, share(trials));
        if (strictest > trials) {
            return 0;
        }
        IntStream starts = sequences(trials) == 1 ? IntStream.of(strictest)
            : IntStream.of(strictest, (int) Math.sqrt((double) strictest * trials));
        return starts.map(start -> follow(start, trials, holds)).max().orElse(0);
    }

    private static int follow(int start, int trials, IntPredicate holds) {
        int last = 0;
        for (int rank = start; rank <= trials && holds.test(rank); rank = next(rank, trials)) {
            last = rank;
        }
        return last;
    }

    private static int next(int rank, int trials) {
        int further = Math.max(rank + 1, (int) (rank * STRIDE));
        return rank < trials ? Math.min(further, trials) : trials + 1;
    }
}
