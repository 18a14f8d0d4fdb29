package io.penstock.train.tune;

import io.penstock.train.tune.TuneException.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a search will do: the trials, and the rungs that thin them out.
 *
 * @param trials all trials, in order
 * @param rungs  at least one: all trials climb the first, the best of a rung climb the next
 */
public record Plan(List<Trial> trials, List<Rung> rungs) {

    private static final int DRAWS_PER_TRIAL = 200;

    /**
     * A round of trainings of one length.
     *
     * @param trials  how many trials take part
     * @param samples training samples that each is shown
     */
    public record Rung(int trials, long samples) {
    }

    /** Returns the plan that tries every combination of the space's grid. */
    public static Plan grid(SearchSpace space, long samples) {
        List<Trial> trials = numbered(space.grid());
        return new Plan(trials, List.of(new Rung(trials.size(), samples)));
    }

    /**
     * Returns the plan that tries combinations drawn at random.
     *
     * @throws TuneException where the space does not have as many
     */
    public static Plan random(SearchSpace space, int trials, long seed, long samples) {
        return new Plan(drawn(space, trials, seed), List.of(new Rung(trials, samples)));
    }

    /**
     * Returns the plan of successive halving: combinations drawn at random are trained a little, one in {@code keepOneIn} is trained
     * {@code keepOneIn} times as long, and so on.
     *
     * @param samples training samples of the last rung
     */
    public static Plan halving(SearchSpace space, int trials, int keepOneIn, long seed, long samples) {
        if (keepOneIn < 2 || trials < keepOneIn) {
            throw new TuneException(Code.BAD_PLAN, "halving keeps one trial in " + keepOneIn + " of " + trials
                + ": it needs at least 2, and at least as many trials");
        }
        List<Rung> rungs = new ArrayList<>();
        long shown = samples;
        List<Integer> sizes = new ArrayList<>();
        for (int size = trials; size >= 1; size /= keepOneIn) {
            sizes.add(size);
        }
        for (int i = sizes.size() - 1; i >= 0; i--) {
            rungs.add(0, new Rung(sizes.get(i), shown));
            shown = Math.max(1, shown / keepOneIn);
        }
        return new Plan(drawn(space, trials, seed), rungs);
    }

    /** Returns how many samples all trainings together are shown. */
    public long samples() {
        return rungs.stream().mapToLong(rung -> rung.trials() * rung.samples()).sum();
    }

    private static List<Trial> drawn(SearchSpace space, int trials, long seed) {
        if (trials < 1) {
            throw new TuneException(Code.BAD_PLAN, "a search needs at least 1 trial, not " + trials);
        }
        SplittableRandom random = new SplittableRandom(seed);
        Set<Map<String, Object>> drawn = new LinkedHashSet<>();
        for (int i = 0; drawn.size() < trials && i < trials * DRAWS_PER_TRIAL; i++) {
            drawn.add(space.draw(random));
        }
        if (drawn.size() < trials) {
            throw new TuneException(Code.BAD_PLAN, "the space '" + space.name() + "' has only about " + drawn.size()
                + " combinations, not " + trials + ": ask for fewer trials, or search it as a grid");
        }
        return numbered(List.copyOf(drawn));
    }

    private static List<Trial> numbered(List<Map<String, Object>> combinations) {
        return IntStream.range(0, combinations.size()).mapToObj(i -> new Trial(i + 1, combinations.get(i))).toList();
    }
}
