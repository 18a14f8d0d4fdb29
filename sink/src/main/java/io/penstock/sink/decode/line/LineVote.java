package io.penstock.sink.decode.line;

import io.penstock.sink.decode.lattice.Path;
import io.penstock.sink.decode.spelling.FieldPosterior;
import io.penstock.sink.decode.spelling.Hypothesis;
import io.penstock.sink.decode.spelling.LineSpeller;
import io.penstock.sink.decode.spelling.Spelling;
import io.penstock.sink.rule.FieldRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two readers of a free line as one: the lattice of cut glyphs and the frames of the line that is not cut. A string is as probable as both
 * together say, each to a power: a log-linear opinion pool.
 */
public final class LineVote {

    /** Fitted by the likelihood of the written strings: docs/accuracy.md says on which. */
    private static final double LATTICE = 0.4;
    private static final double FRAMES = 0.825;
    /** What a reader says, at least, of any string: how often it is badly wrong. */
    private static final double LEAST_BY_LATTICE = 6.4e-6;
    private static final double LEAST_BY_FRAMES = 4e-4;
    private static final int STRINGS = 12;

    private final LineNetworks networks;
    private final LineSpeller speller;
    private final LineStrings strings;
    private final double invalidPrior;

    /** Takes the line that is not cut. */
    public LineVote(LineNetworks networks, LineSpeller speller, FieldRule rule, double invalidPrior) {
        this.networks = networks;
        this.speller = speller;
        strings = new LineStrings(networks, speller, rule);
        this.invalidPrior = invalidPrior;
    }

    /** Returns what the lattice found, weighed by the frames, with what only these read. */
    public FieldPosterior pooled(FieldPosterior lattice) {
        Map<String, Hypothesis> all = new LinkedHashMap<>();
        lattice.hypotheses().forEach(hypothesis -> all.merge(hypothesis.text(), hypothesis,
            (one, other) -> one.posterior() >= other.posterior() ? one : other));
        Map<String, Double> best = networks.best(STRINGS);
        best.keySet().forEach(text -> all.computeIfAbsent(text, strings::unseen));
        double rest = 1;
        double total = 0;
        List<Hypothesis> weighed = new ArrayList<>();
        for (Hypothesis hypothesis : all.values()) {
            Double known = best.get(hypothesis.text());
            double byFrames = known == null ? networks.probability(hypothesis.text()) : known;
            double weight = weight(hypothesis, byFrames);
            weighed.add(hypothesis.withPosterior(weight));
            total += weight;
            rest -= byFrames;
        }
        double sum = total + Math.pow(LEAST_BY_LATTICE, LATTICE) * byFrames(rest);
        return new FieldPosterior(raw(lattice.raw(), best.keySet().iterator().next()), weighed.stream()
            .map(hypothesis -> hypothesis.withPosterior(hypothesis.posterior() / sum)).toList());
    }

    private double weight(Hypothesis hypothesis, double byFrames) {
        boolean read = hypothesis.posterior() >= LEAST_BY_LATTICE;
        return Math.pow(read ? hypothesis.posterior() : LEAST_BY_LATTICE, LATTICE) * (read ? 1 : usual(hypothesis)) * byFrames(byFrames);
    }

    private static double byFrames(double probability) {
        return Math.pow(Math.max(LEAST_BY_FRAMES, probability), FRAMES);
    }

    /** How usual the grouping is, and that writers seldom break a rule: the lattice has weighed its own strings so already. */
    private double usual(Hypothesis hypothesis) {
        return hypothesis.spelling().plausibility() * (hypothesis.isValid() ? 1 : invalidPrior);
    }

    /** Returns which of both readings is the likelier before any rule. */
    private Spelling raw(Spelling cut, String uncut) {
        Path best = networks.spelled(uncut);
        boolean byLattice = cut != null && networks.probability(cut.text()) >= LEAST_BY_FRAMES * best.probability();
        return byLattice ? cut : speller.spell(best);
    }
}
