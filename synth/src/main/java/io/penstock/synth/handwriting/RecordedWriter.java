package io.penstock.synth.handwriting;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Somebody whose digits were recorded, with a pen, a slant and a size of today: writes each digit along one of the paths of their own.
 *
 * <p>The same seed and the same calls give the same ink. Not thread-safe.
 */
public final class RecordedWriter {

    private final RecordedHand recorded;
    private final Hand hand;
    private final RandomGenerator random;

    /**
     * Gives somebody a pen.
     *
     * @param seed decides on pen, slant and every stroke
     */
    public RecordedWriter(RecordedHand recorded, long seed) {
        this.recorded = recorded;
        random = new SplittableRandom(seed);
        hand = Hand.draw(random.nextDouble(), random);
    }

    /** Returns whether this writer wrote a digit. */
    public boolean knows(int digit) {
        return !recorded.digits().get(digit).isEmpty();
    }

    /**
     * Writes a digit that this writer knows.
     *
     * @param height height of a digit, millimetres
     * @return its ink; the line that digits stand on is at y = 0, the digit begins near x = 0
     */
    public Ink write(int digit, double height) {
        List<RecordedPath> ways = recorded.digits().get(digit);
        RecordedPath way = ways.get(random.nextInt(ways.size()));
        Warp warp = new Warp(0.006 + 0.014 * hand.sloppiness(), random);
        Nib nib = new Nib(hand, random);
        return new Ink(way.strokes().stream().map(Trace::along).map(warp::apply).map(path -> nib.draw(placed(path, height))).toList());
    }

    private Trace placed(Trace path, double height) {
        double[] x = IntStream.range(0, path.size())
            .mapToDouble(i -> height * (hand.aspect() * path.x()[i] + hand.slant() * (1 - path.y()[i]))).toArray();
        double[] y = IntStream.range(0, path.size()).mapToDouble(i -> height * (path.y()[i] - 1)).toArray();
        return new Trace(x, y);
    }
}
