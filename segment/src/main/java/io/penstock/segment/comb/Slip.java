package io.penstock.segment.comb;

import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Lines;
import io.penstock.segment.ink.Patch;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.opencv.core.Mat;

/**
 * How far each row of a comb lies to the right of where it would on a sheet that had not slipped in the scanner's feeder, as all its
 * upright lines show together.
 *
 * @param aside pixels, for each row of the patch
 */
record Slip(int[] aside) {

    /** How far rows may lie aside. */
    private static final double FARTHEST_MM = 0.9;
    /** The least that is mended: less is the grain of the scan, and what dropout follows. */
    private static final double LEAST_MM = 0.18;
    private static final int LEAST_PIXELS = 2;
    /** Least share of the upright lines, their full width, that is printed where they are followed. */
    private static final double SUPPORT = 0.4;
    /** What a step by a pixel costs, in rows of all lines: so much more of the lines has to be met after it. */
    private static final double STEP = 0.6;
    /** What begins less than this from the upper and lower line may be their rough edge. */
    private static final double CLEAR_MM = 0.3;

    /** Follows the upright lines of a comb from row to row. */
    static Slip along(Ink ink, Lines lines, double scale) {
        int[] aside = new int[ink.height()];
        int top = (int) Math.max(0, lines.top() + CLEAR_MM * scale);
        int bottom = (int) Math.min(ink.height(), lines.bottom() - CLEAR_MM * scale);
        if (bottom - top < 2) {
            return new Slip(aside);
        }
        int farthest = (int) Math.ceil(FARTHEST_MM * scale);
        double[][] met = IntStream.range(top, bottom).mapToObj(y -> met(ink, lines, y, farthest)).toArray(double[][]::new);
        int[] way = mostMet(met);
        double support = IntStream.range(0, way.length).mapToDouble(row -> met[row][way[row]]).average().orElse(0);
        int usual = IntStream.of(way).sorted().toArray()[way.length / 2];
        if (support >= SUPPORT) {
            Arrays.setAll(aside, y -> way[Math.max(0, Math.min(way.length - 1, y - top))] - usual);
        }
        return new Slip(aside);
    }

    /** Returns the share of the upright lines that a row meets, for each number of pixels that it may lie aside. */
    private static double[] met(Ink ink, Lines lines, int y, int farthest) {
        double[] met = new double[2 * farthest + 1];
        double[] verticals = lines.verticals();
        for (int line = 0; line < verticals.length; line++) {
            int half = (int) Math.round(lines.thickness()[line] / 2);
            for (int aside = 0; aside < met.length; aside++) {
                int middle = (int) Math.round(verticals[line]) + aside - farthest;
                int inked = 0;
                for (int x = Math.max(0, middle - half); x <= Math.min(ink.width() - 1, middle + half); x++) {
                    inked += ink.mask()[y * ink.width() + x];
                }
                met[aside] += inked / (2.0 * half + 1) / verticals.length;
            }
        }
        return met;
    }

    /** Returns for each row how far aside it lies on the way that meets most of the lines in few steps (Viterbi). */
    private static int[] mostMet(double[][] met) {
        int states = met[0].length;
        int[][] from = new int[met.length][states];
        double[] best = met[0].clone();
        for (int row = 1; row < met.length; row++) {
            double[] next = new double[states];
            for (int to = 0; to < states; to++) {
                int origin = to;
                for (int state = 0; state < states; state++) {
                    if (best[state] - STEP * Math.abs(state - to) > best[origin] - STEP * Math.abs(origin - to)) {
                        origin = state;
                    }
                }
                from[row][to] = origin;
                next[to] = best[origin] - STEP * Math.abs(origin - to) + met[row][to];
            }
            best = next;
        }
        int[] way = new int[met.length];
        int state = 0;
        for (int i = 1; i < states; i++) {
            state = best[i] > best[state] ? i : state;
        }
        for (int row = met.length - 1; row >= 0; row--) {
            way[row] = state;
            state = from[row][state];
        }
        return way;
    }

    /** Returns whether the sheet slipped while these rows were scanned. */
    boolean isOne(double scale) {
        int widest = IntStream.of(aside).map(Math::abs).max().orElse(0);
        return widest >= Math.max(LEAST_PIXELS, LEAST_MM * scale);
    }

    /** Puts the rows of the patch it was found on back in their places. */
    void mend(Patch patch) {
        Mat gray = patch.gray();
        byte[] row = new byte[gray.cols()];
        byte[] moved = new byte[gray.cols()];
        for (int y = 0; y < aside.length; y++) {
            if (aside[y] != 0) {
                gray.get(y, 0, row);
                for (int x = 0; x < row.length; x++) {
                    moved[x] = row[Math.max(0, Math.min(row.length - 1, x + aside[y]))];
                }
                gray.put(y, 0, moved);
            }
        }
    }
}
