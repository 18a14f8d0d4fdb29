package io.penstock.train.sample;

import io.penstock.classify.engine.plan.Shape;
import io.penstock.synth.line.DrawnLine;
import io.penstock.synth.line.LineHands;
import io.penstock.synth.line.LineVariation;
import io.penstock.train.zoo.CtcLoss;
import java.util.SplittableRandom;

/**
 * What the line reader learns from: lines without end, each drawn when it is asked for and learnt once.
 *
 * @param hands the people whose digits they are made of
 */
public record LineSamples(LineHands hands) implements SampleSource {

    /** Lines an epoch: some minutes on one core, so that a run that is broken off loses no more. */
    private static final int EPOCH = 20_000;

    @Override
    public int size() {
        return EPOCH;
    }

    @Override
    public Shape shape() {
        return Shape.LINE;
    }

    @Override
    public void write(int index, SplittableRandom random, float[] features, int offset, float[] labels, int labelsOffset) {
        DrawnLine line = DrawnLine.of(hands, random);
        LineVariation.draw(random).apply(line.image(), random, features, offset);
        CtcLoss.write(line.classes(), labels, labelsOffset);
    }
}
