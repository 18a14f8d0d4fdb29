package io.penstock.train.calibrate;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.digit.DigitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the confidence from which a gate may answer alone: the lowest at which, over the calibration glyphs, gate and ensemble together get
 * no fewer of the plain digits right, no fewer of all digits, and take no more rubbish for a digit than the ensemble alone.
 */
final class GateLevel {

    /** A level that no probability reaches. */
    static final double NEVER = 2;

    private static final float TAKEN = 0.9f;
    private static final double STEPS = 1e7;

    private final float[][] gate;
    private final float[][] ensemble;
    private final byte[] labels;
    private final int plain;

    /**
     * Compares on the same glyphs.
     *
     * @param gate     the gate's distributions at its temperature
     * @param ensemble the ensemble's at its own
     * @param glyphs   labels 0 to 9, then {@link DigitClassifier#REJECT}
     * @param plain    how many of them, from the first on, are digits as they are
     */
    GateLevel(float[][] gate, float[][] ensemble, DigitSet glyphs, int plain) {
        this.gate = gate;
        this.ensemble = ensemble;
        this.labels = glyphs.labels();
        this.plain = plain;
    }

    /** Returns the level, to seven decimals; {@link #NEVER} where there is none. */
    double lowest() {
        List<Integer> order = IntStream.range(0, labels.length).boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -confidence(gate[i]))).toList();
        double level = NEVER;
        int lostPlain = 0;
        int lost = 0;
        int taken = 0;
        for (int at = 0; at < order.size(); at++) {
            int glyph = order.get(at);
            if (labels[glyph] == DigitClassifier.REJECT) {
                taken += isTaken(gate[glyph]) - isTaken(ensemble[glyph]);
            } else {
                int loss = isRight(ensemble, glyph) - isRight(gate, glyph);
                lost += loss;
                lostPlain += glyph < plain ? loss : 0;
            }
            double here = level(gate[glyph]);
            boolean lastOfEquals = at + 1 == order.size() || level(gate[order.get(at + 1)]) < here;
            if (lastOfEquals && lost <= 0 && lostPlain <= 0 && taken <= 0) {
                level = here;
            }
        }
        return level;
    }

    private int isRight(float[][] distributions, int glyph) {
        return DigitClassifier.digit(distributions[glyph]) == labels[glyph] ? 1 : 0;
    }

    /** Returns the confidence, rounded down, so that what has it is let through. */
    private static double level(float[] distribution) {
        return Math.floor(confidence(distribution) * STEPS) / STEPS;
    }

    private static int isTaken(float[] distribution) {
        return confidence(distribution) >= TAKEN ? 1 : 0;
    }

    private static float confidence(float[] distribution) {
        return distribution[DigitClassifier.digit(distribution)];
    }
}
