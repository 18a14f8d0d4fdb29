package io.penstock.sink.decode;

import io.penstock.sink.rule.FieldRule;
import io.penstock.sink.rule.Meaning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two readers of a free line as one: the lattice of cut glyphs and the frames of the line that is not cut. A string is as probable as both
 * together say, each to a power: a log-linear opinion pool.
 */
final class LineVote {

    /** Weights that were fitted together with {@link LineModel}: docs/accuracy.md says on what. */
    private static final double LATTICE = 0.4;
    private static final double FRAMES = 0.6;
    /** Probability that a reader gives to each string that it has not thought of. */
    private static final double UNSEEN = 1e-4;
    private static final int STRINGS = 12;

    private final LineFrames frames;
    private final LineSpeller speller;
    private final FieldRule rule;
    private final double invalidPrior;

    /** Takes the line that is not cut. */
    LineVote(LineFrames frames, LineSpeller speller, FieldRule rule, double invalidPrior) {
        this.frames = frames;
        this.speller = speller;
        this.rule = rule;
        this.invalidPrior = invalidPrior;
    }

    /** Returns what the lattice found, weighed by the frames, with what only these read. */
    FieldPosterior pooled(FieldPosterior lattice) {
        List<Hypothesis> all = new ArrayList<>(lattice.hypotheses());
        Set<String> known = new LinkedHashSet<>();
        all.forEach(hypothesis -> known.add(hypothesis.text()));
        frames.best(STRINGS).stream().filter(text -> !known.contains(text)).map(this::unseen).forEach(all::add);
        Map<String, Double> said = new HashMap<>();
        all.forEach(hypothesis -> said.computeIfAbsent(hypothesis.text(), frames::probability));
        double rest = 1 - said.values().stream().mapToDouble(p -> p).sum();
        List<Hypothesis> weighed = all.stream().map(hypothesis -> hypothesis.withPosterior(
            weight(hypothesis.posterior(), said.get(hypothesis.text())))).toList();
        double total = weight(UNSEEN, Math.max(0, rest)) + weighed.stream().mapToDouble(Hypothesis::posterior).sum();
        List<Hypothesis> normal = weighed.stream().map(hypothesis -> hypothesis.withPosterior(hypothesis.posterior() / total)).toList();
        return new FieldPosterior(raw(lattice.raw()), normal);
    }

    private static double weight(double byLattice, double byFrames) {
        return Math.pow(byLattice, LATTICE) * Math.pow(Math.max(UNSEEN, byFrames), FRAMES);
    }

    /** A string that the lattice has no path for. */
    private Hypothesis unseen(String text) {
        Spelling spelling = speller.spell(frames.spelled(text));
        Meaning meaning = rule.read(text, spelling.decimals());
        double prior = UNSEEN * spelling.plausibility();
        return meaning instanceof Meaning.Valid valid ? new Hypothesis(spelling, text, valid.value(), null, prior)
            : new Hypothesis(spelling, text, null, ((Meaning.Invalid) meaning).reason(), prior * invalidPrior);
    }

    /** Returns which of both readings is the likelier before any rule. */
    private Spelling raw(Spelling cut) {
        Path best = frames.spelled(frames.best(1).get(0));
        boolean byLattice = cut != null && frames.probability(cut.text()) >= UNSEEN * best.probability();
        return byLattice ? cut : speller.spell(best);
    }
}
