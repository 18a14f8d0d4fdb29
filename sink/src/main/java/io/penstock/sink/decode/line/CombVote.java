package io.penstock.sink.decode.line;

import io.penstock.sink.decode.spelling.FieldPosterior;
import io.penstock.sink.decode.spelling.Hypothesis;
import io.penstock.sink.decode.spelling.LineSpeller;
import io.penstock.sink.rule.FieldRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two readers of printed boxes as one: what stands in each box, and all of it as a line, without regard to the boxes. A string is as
 * probable as the boxes say, times what the line says to a power: a log-linear opinion pool. What one of them has not read at all counts
 * with how often that one is badly wrong.
 */
public final class CombVote {

    /** Fitted by the likelihood of the written strings on drawn scans: docs/notes/accuracy.md says on which. */
    private static final double FRAMES = 0.3;
    /** What the boxes say, at least, of any string that the frames read, and the frames of any. */
    private static final double LEAST_BY_BOXES = 0.01;
    private static final double LEAST_BY_FRAMES = 1e-4;
    /** Probability from which, by the frames, nothing else has to be looked for than what the boxes say. */
    private static final double AGREED = 0.9;
    private static final int STRINGS = 6;

    private final LineNetworks networks;
    private final LineStrings strings;
    private final double invalidPrior;

    /** Takes the line that is not cut. */
    public CombVote(LineNetworks networks, LineSpeller speller, FieldRule rule, double invalidPrior) {
        this.networks = networks;
        strings = new LineStrings(networks, speller, rule);
        this.invalidPrior = invalidPrior;
    }

    /** Returns what the boxes say, weighed by the frames, with what only these read. */
    public FieldPosterior pooled(FieldPosterior boxes) {
        Map<String, Double> byFrames = new HashMap<>();
        boxes.hypotheses().forEach(hypothesis -> byFrames.computeIfAbsent(hypothesis.text(), networks::probability));
        List<Hypothesis> weighed = new ArrayList<>();
        double rest = LEAST_BY_BOXES + Math.max(0, 1 - boxes.hypotheses().stream().mapToDouble(Hypothesis::posterior).sum());
        boxes.hypotheses().forEach(hypothesis ->
            weighed.add(hypothesis.withPosterior(hypothesis.posterior() * weight(byFrames.get(hypothesis.text())))));
        if (sum(byFrames) < AGREED) {
            networks.best(STRINGS).forEach((text, probability) -> {
                if (!text.isEmpty() && byFrames.putIfAbsent(text, probability) == null) {
                    weighed.add(unseen(text, LEAST_BY_BOXES * weight(probability)));
                }
            });
        }
        double sum = rest * weight(1 - sum(byFrames)) + weighed.stream().mapToDouble(Hypothesis::posterior).sum();
        return new FieldPosterior(boxes.raw(), weighed.stream()
            .map(hypothesis -> hypothesis.withPosterior(hypothesis.posterior() / sum)).toList());
    }

    private static double sum(Map<String, Double> probabilities) {
        return probabilities.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double weight(double byFrames) {
        return Math.pow(Math.max(LEAST_BY_FRAMES, byFrames), FRAMES);
    }

    /** A string that the boxes have no path for; writers seldom break a rule. */
    private Hypothesis unseen(String text, double weight) {
        Hypothesis string = strings.unseen(text);
        return string.withPosterior(string.isValid() ? weight : weight * invalidPrior);
    }
}
