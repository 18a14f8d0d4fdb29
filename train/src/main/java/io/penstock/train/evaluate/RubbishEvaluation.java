package io.penstock.train.evaluate;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.rubbish.Rubbish;
import io.penstock.synth.rubbish.unseen.UnseenRubbish;
import io.penstock.train.report.GlyphSheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Measures what a classifier makes of things that are no digits, drawn by fixed seeds that training does not use.
 *
 * @param digits real digits that no network learnt from, of which halves and touching pairs are made
 * @param count  pieces of each kind
 */
public record RubbishEvaluation(DigitSet digits, int count) {

    /** Pieces of each kind where nothing else is said. */
    public static final int COUNT = 500;

    /** Probability of a digit from which a piece counts as taken for it. */
    public static final double LEVEL = 0.9;

    private static final long SEED = 0x5EED_0F_7E57L;
    private static final int SHOWN = 12;

    /** Measures. */
    public RubbishReport measure(DigitClassifier classifier) {
        List<RubbishReport.Kind> kinds = new ArrayList<>();
        for (UnseenRubbish kind : UnseenRubbish.values()) {
            kinds.add(figures(classifier, kind.name(), true, drawn(kind)));
        }
        for (Rubbish kind : Rubbish.values()) {
            kinds.add(figures(classifier, kind.name(), false, drawn(kind)));
        }
        return RubbishReport.of(classifier.version(), LEVEL, kinds);
    }

    /** Returns a sheet with the first pieces of each unseen kind, a row a kind, each with the answer to it. */
    public GlyphSheet sheet(DigitClassifier classifier) {
        GlyphSheet sheet = new GlyphSheet(SHOWN);
        for (UnseenRubbish kind : UnseenRubbish.values()) {
            List<byte[]> pieces = drawn(kind).subList(0, Math.min(count, SHOWN));
            float[][] distributions = classifier.classify(pieces);
            for (int i = 0; i < pieces.size(); i++) {
                sheet.add(pieces.get(i), answer(distributions[i]));
            }
        }
        return sheet;
    }

    private List<byte[]> drawn(UnseenRubbish kind) {
        return drawn(kind.ordinal() + 1_000, kind::draw);
    }

    private List<byte[]> drawn(Rubbish kind) {
        return drawn(kind.ordinal(), random -> kind.draw(digits, random));
    }

    private List<byte[]> drawn(int kind, Function<SplittableRandom, byte[]> draw) {
        SplittableRandom random = new SplittableRandom(SEED + kind);
        return IntStream.range(0, count).mapToObj(i -> draw.apply(random)).toList();
    }

    private static RubbishReport.Kind figures(DigitClassifier classifier, String name, boolean unseen, List<byte[]> pieces) {
        float[][] distributions = classifier.classify(pieces);
        int taken = (int) Arrays.stream(distributions).filter(one -> one[DigitClassifier.digit(one)] >= LEVEL).count();
        int rejected = (int) Arrays.stream(distributions).filter(one -> one[DigitClassifier.REJECT] >= 0.5).count();
        return new RubbishReport.Kind(name.toLowerCase(Locale.ROOT), unseen, pieces.size(), taken, taken / (double) pieces.size(),
            rejected / (double) pieces.size());
    }

    private static String answer(float[] distribution) {
        int best = DigitClassifier.digit(distribution);
        return String.format(Locale.ROOT, "%d: %.2f", best, distribution[best]);
    }
}
