package io.penstock.synth.handwriting;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The pen's point: turns a path into a stroke whose width follows the writer's pressure and speed. */
final class Nib {

    private static final int ENTRY = 4;
    private static final int EXIT = 7;

    private final Hand hand;
    private final RandomGenerator random;

    Nib(Hand hand, RandomGenerator random) {
        this.hand = hand;
        this.random = random;
    }

    /** Draws a path; coordinates are in millimetres already, samples are {@link Trace#STEP} of a digit's height apart. */
    PenStroke draw(Trace path) {
        double phase = 2 * Math.PI * random.nextDouble();
        double rhythm = 0.10 + 0.12 * random.nextDouble();
        double press = 1 + 0.5 * hand.pressure() * random.nextGaussian();
        List<PenPoint> points = new ArrayList<>(path.size());
        for (int i = 0; i < path.size(); i++) {
            double swell = hand.pressure() * (0.6 * Math.sin(rhythm * i + phase) + Math.min(0.8, 1.5 * path.turn(i)));
            double width = hand.penWidth() * Math.max(0.6, press) * (1 + swell) * ends(i, path.size());
            points.add(new PenPoint(path.x()[i], path.y()[i], Math.max(0.15, width)));
        }
        return new PenStroke(points);
    }

    /** The pen lands and leaves in motion: the line is thinner there. */
    private double ends(int i, int size) {
        if (size < ENTRY + EXIT) {
            return 1;
        }
        double entry = Math.min(1, (i + 1.0) / ENTRY);
        double exit = Math.min(1, (double) (size - i) / EXIT);
        return 1 - 0.8 * hand.pressure() * ((1 - entry) + 1.6 * (1 - exit));
    }
}
