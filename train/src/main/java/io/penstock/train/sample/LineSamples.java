package io.penstock.train.sample;

import io.penstock.classify.engine.plan.Shape;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.line.LineSet;
import io.penstock.synth.line.LineVariation;
import io.penstock.train.zoo.CtcLoss;
import java.util.SplittableRandom;

/**
 * What the line reader learns from: lines that are drawn once for a run, with the run's seed, and varied afresh in every epoch.
 *
 * @param lines the lines
 */
public record LineSamples(LineSet lines) implements SampleSource {

    private static final int DRAWN = 75_000;

    /** Draws the lines, in a few minutes. */
    public static LineSamples draw(DigitSet digits, long seed) {
        return new LineSamples(LineSet.draw(digits, 0, DRAWN, seed));
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public Shape shape() {
        return Shape.LINE;
    }

    @Override
    public void write(int index, SplittableRandom random, float[] features, int offset, float[] labels, int labelsOffset) {
        LineVariation.draw(random).apply(lines.images()[index], random, features, offset);
        CtcLoss.write(lines.classes()[index], labels, labelsOffset);
    }
}
