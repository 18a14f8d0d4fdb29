package io.penstock.segment.line;

import io.penstock.segment.ink.Axis;
import io.penstock.segment.ink.Ink;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Erases thin straight lines that run across much of a field, somewhat tilted or not: what was printed around it, and no stroke of a pen.
 *
 * <p>Lines are found among the ink that is thin across their direction (a Hough transform over the few slopes of a scan). Where a run of
 * ink across a line is longer than the line is thick, a stroke crosses it and stays.
 */
final class RuleLines {

    private static final double THICKEST_MM = 0.45;
    private static final double STEEPEST = 0.05;
    /** Least length of a line, as a share of the field. */
    private static final double LENGTH = 0.7;
    /** Share of the least length that must be thin ink; the rest may be strokes that cross the line. */
    private static final double THIN = 0.5;
    /** Share of a line that must be ink, and of what is between the digits: feet of digits leave gaps there. */
    private static final double COVERED = 0.75;
    private static final double GAPS_COVERED = 0.75;
    /** Least share of the field between and beside the digits, without which lines and digits cannot be told apart. */
    private static final double GAPS = 0.03;
    /** Share of the field at either edge where thin ink may be another line. */
    private static final double OUTER = 0.2;
    /** Depth, as a share of the writing's, from which on a line that is printed faintly counts as covered. */
    private static final double FAINT = 0.5;
    private static final int MOST_LINES = 3;

    private final Ink ink;
    private final Axis axis;
    private final double least;
    private final int thickest;
    private final double faint;
    private boolean[] wiped;
    private boolean[] thin;
    /** For each place along the lines, the rows of thin ink. */
    private int[][] thinRows;
    /** For each place, the first and the last row of ink that cannot be a line's; the last is -1 where there is none. */
    private int[] firstOther;
    private int[] lastOther;

    /** Takes the ink and its pixels a millimetre. */
    RuleLines(Ink ink, double scale) {
        this.ink = ink;
        axis = Axis.across(ink);
        least = LENGTH * axis.length();
        thickest = Math.max(2, (int) Math.round(THICKEST_MM * scale));
        faint = FAINT * ink.level();
    }

    /** Erases the lines and returns whether there were any. */
    boolean erase() {
        wiped = new boolean[ink.mask().length];
        int tilt = (int) Math.ceil(STEEPEST * axis.length());
        boolean any = false;
        for (int i = 0; i < MOST_LINES; i++) {
            thin = thin();
            survey();
            int[] best = {0, 0, 0};
            for (int rise = -tilt; rise <= tilt; rise++) {
                strongest(rise, best);
            }
            if (best[0] == 0) {
                break;
            }
            wipe(best[1], best[2]);
            any = true;
        }
        return any;
    }

    /** Keeps in {@code best} the votes, the row at half length and the rise of the strongest line. */
    private void strongest(int rise, int[] best) {
        int[] votes = new int[axis.breadth() + 2];
        for (int place = 0; place < axis.length(); place++) {
            int shift = axis.shift(rise, place);
            int voted = -2;
            for (int row : thinRows[place]) {
                // a line may waver by one row; each place votes once for a row and its neighbours
                for (int near = Math.max(voted + 1, row - shift - 1); near <= row - shift + 1; near++) {
                    if (axis.has(near)) {
                        votes[near]++;
                    }
                    voted = near;
                }
            }
        }
        for (int row = 0; row < axis.breadth(); row++) {
            if (votes[row] > best[0] && votes[row] > THIN * least && isCovered(row, rise)) {
                best[0] = votes[row];
                best[1] = row;
                best[2] = rise;
            }
        }
    }

    /** Returns whether ink runs along a line for long enough, almost without a gap, and between the digits too. */
    private boolean isCovered(int middle, int rise) {
        int first = -1;
        int last = -1;
        int covered = 0;
        int gaps = 0;
        int coveredGaps = 0;
        for (int place = 0; place < axis.length(); place++) {
            int row = middle + axis.shift(rise, place);
            boolean inked = isInked(place, row - 1) || isInked(place, row) || isInked(place, row + 1);
            boolean gap = isBare(place, row);
            gaps += gap ? 1 : 0;
            coveredGaps += gap && inked ? 1 : 0;
            if (inked) {
                first = first < 0 ? place : first;
                last = place;
                covered++;
            }
        }
        int extent = last - first + 1;
        return extent >= least && covered >= COVERED * extent && gaps >= GAPS * axis.length() && coveredGaps >= GAPS_COVERED * gaps;
    }

    private void survey() {
        thinRows = new int[axis.length()][];
        firstOther = new int[axis.length()];
        lastOther = new int[axis.length()];
        double outer = OUTER * axis.breadth();
        for (int place = 0; place < axis.length(); place++) {
            int along = place;
            thinRows[place] = IntStream.range(0, axis.breadth()).filter(row -> thin[axis.pixel(along, row)]).toArray();
            firstOther[place] = axis.breadth();
            lastOther[place] = -1;
            for (int row = 0; row < axis.breadth(); row++) {
                int pixel = axis.pixel(place, row);
                boolean another = thin[pixel] && (row < outer || row >= axis.breadth() - outer);
                if (ink.mask()[pixel] != 0 && !wiped[pixel] && !another) {
                    firstOther[place] = Math.min(firstOther[place], row);
                    lastOther[place] = row;
                }
            }
        }
    }

    /** Returns whether there is no ink at a place but what may be the line's. */
    private boolean isBare(int place, int line) {
        return firstOther[place] >= line - thickest && lastOther[place] <= line + thickest;
    }

    private boolean isInked(int place, int row) {
        return axis.has(row) && !wiped[axis.pixel(place, row)] && (ink.depth()[axis.pixel(place, row)] & 0xff) > faint;
    }

    /** Returns which pixels belong to ink that is no longer across than a line is thick. */
    private boolean[] thin() {
        boolean[] thin = new boolean[ink.mask().length];
        for (int place = 0; place < axis.length(); place++) {
            int row = 0;
            while (row < axis.breadth()) {
                int end = row;
                while (end < axis.breadth() && ink.mask()[axis.pixel(place, end)] != 0) {
                    end++;
                }
                for (int k = row; k < end && end - row <= thickest; k++) {
                    thin[axis.pixel(place, k)] = true;
                }
                row = end + 1;
            }
        }
        return thin;
    }

    private void wipe(int middle, int rise) {
        int[] runs = new int[axis.length()];
        int count = 0;
        for (int place = 0; place < axis.length(); place++) {
            int line = middle + axis.shift(rise, place);
            int run = isBare(place, line) ? axis.run(ink.mask(), place, line).length() : 0;
            if (run > 0) {
                runs[count++] = run;
            }
        }
        Arrays.sort(runs, 0, count);
        int limit = Math.min(thickest, count == 0 ? thickest : runs[count / 2]) + 1;
        for (int place = 0; place < axis.length(); place++) {
            int line = middle + axis.shift(rise, place);
            Axis.Run run = axis.run(ink.mask(), place, line);
            for (int row = run.start(); row < run.start() + run.length() && run.length() <= limit; row++) {
                ink.mask()[axis.pixel(place, row)] = 0;
            }
            for (int row = Math.max(0, line - thickest); row <= Math.min(axis.breadth() - 1, line + thickest); row++) {
                wiped[axis.pixel(place, row)] = true;
            }
        }
    }
}
