package io.penstock.segment.line;

import io.penstock.segment.ink.Axis;
import io.penstock.segment.ink.Ink;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the printed lines along one side of a picture that was cut from a table or a box.
 *
 * <p>A line is where the ink is darker than on both sides of it, so that it may be faint, thick or blurred, as small scans of tables have
 * it. It must run along most of the picture, on through the gaps of the writing, and clear of it: what is written across stays
 * {@link RuleLines}'. Where similar lines run through the middle of the picture too, they are ruled paper or security print, and none is
 * an edge.
 */
final class CellEdge {

    /** Thickest line, millimetres. */
    private static final double THICKEST_MM = 0.55;
    private static final double STEEPEST = 0.05;
    private static final int MOST_LINES = 2;
    /** How much darker a line is than what is beside it, as a share of the writing's depth and at least. */
    private static final double CONTRAST = 0.2;
    private static final int LEAST_CONTRAST = 5;
    /** Share of a line's places where nothing is written that it must cover, and where it must be ink for any of it to be erased as ink. */
    private static final double GAPS_COVERED = 0.75;
    private static final double GAPS_INKED = 0.5;
    /** Share of a line that strokes may cross or come close to, by so many times its thickness. */
    private static final double CROSSED = 0.15;
    private static final int CLOSE = 3;
    /** So many lines in the middle of the picture, this share as long, are a pattern. */
    private static final int MANY = 2;
    private static final double ALIKE = 0.75;

    private final Ink ink;
    private final Axis axis;
    private final Side side;
    private final boolean[] erased;
    private final byte[] mask;
    private final int reach;
    private final double contrast;
    private final boolean[] bare;
    private boolean[] ridge;

    /** Takes the ink, its pixels a millimetre, the side, and what is erased already, to which lines are added. */
    CellEdge(Ink ink, double scale, Side side, boolean[] erased) {
        this.ink = ink;
        this.side = side;
        this.erased = erased;
        axis = side.across ? Axis.across(ink) : Axis.down(ink);
        mask = ink.mask().clone();
        IntStream.range(0, mask.length).filter(i -> erased[i]).forEach(i -> mask[i] = 0);
        reach = Math.max(2, (int) Math.round(THICKEST_MM * scale));
        contrast = Math.max(LEAST_CONTRAST, CONTRAST * ink.level());
        bare = bare();
    }

    /** A side of the picture. */
    enum Side {
        TOP(true, false), BOTTOM(true, true), LEFT(false, false), RIGHT(false, true);

        private final boolean across;
        private final boolean far;
        /** Share of the picture, across the line, where it may be. */
        private final double outer;
        /** Share of a line that must be darker than what is beside it. */
        private final double cover;
        /**
         * Least share of a line's places where nothing is written. A tall digit stands among others, an edge has room above and below it.
         */
        private final double gaps;

        Side(boolean across, boolean far) {
            this.across = across;
            this.far = far;
            outer = across ? 0.3 : 0.15;
            cover = across ? 0.65 : 0.7;
            gaps = across ? 0.06 : 0.35;
        }
    }

    /** A straight line: its row at half length, and by how many rows it rises over all of it. */
    private record Line(int middle, int rise, int covered) {
    }

    /** Drops out the lines and returns where the innermost lies at half length, NaN where there is none. */
    double drop() {
        double innermost = Double.NaN;
        for (int i = 0; i < MOST_LINES; i++) {
            ridge = ridge();
            Line line = strongest();
            if (line == null || isOneOfMany(line) || !drop(line)) {
                break;
            }
            boolean further = side.far ? line.middle < innermost : line.middle > innermost;
            innermost = Double.isNaN(innermost) || further ? line.middle : innermost;
        }
        return innermost;
    }

    /** Returns where the ink is darker than on both sides, or a row beside: a line may waver. */
    private boolean[] ridge() {
        boolean[] darker = new boolean[mask.length];
        for (int place = 0; place < axis.length(); place++) {
            for (int row = 0; row < axis.breadth(); row++) {
                int beside = Math.max(depth(place, row - reach), depth(place, row + reach));
                if (depth(place, row) - beside > contrast) {
                    darker[axis.pixel(place, row)] = true;
                    darker[axis.pixel(place, Math.max(0, row - 1))] = true;
                    darker[axis.pixel(place, Math.min(axis.breadth() - 1, row + 1))] = true;
                }
            }
        }
        return darker;
    }

    private int depth(int place, int row) {
        return axis.has(row) && !erased[axis.pixel(place, row)] ? ink.depth()[axis.pixel(place, row)] & 0xff : 0;
    }

    private Line strongest() {
        int tilt = (int) Math.ceil(STEEPEST * axis.length());
        int outer = (int) Math.round(side.outer * axis.breadth());
        int from = side.far ? axis.breadth() - outer : 0;
        Line best = new Line(0, 0, (int) (side.cover * axis.length()));
        boolean found = false;
        for (int rise = -tilt; rise <= tilt; rise++) {
            for (int row = from; row < from + outer; row++) {
                int covered = covered(row, rise);
                if (covered > best.covered && coversGaps(row, rise)) {
                    best = new Line(row, rise, covered);
                    found = true;
                }
            }
        }
        return found ? best : null;
    }

    private int covered(int middle, int rise) {
        int covered = 0;
        for (int place = 0; place < axis.length(); place++) {
            int row = middle + axis.shift(rise, place);
            covered += isRidge(place, row) || isErased(place, row) ? 1 : 0;
        }
        return covered;
    }

    private boolean isRidge(int place, int row) {
        return axis.has(row) && ridge[axis.pixel(place, row)];
    }

    /** Returns whether another edge was there: the corners are covered by both. */
    private boolean isErased(int place, int row) {
        return axis.has(row) && erased[axis.pixel(place, row)];
    }

    /** Returns whether a line runs on where nothing is written: the feet of digits do not. */
    private boolean coversGaps(int middle, int rise) {
        int gaps = 0;
        int covered = 0;
        for (int place = 0; place < axis.length(); place++) {
            int row = middle + axis.shift(rise, place);
            boolean gap = bare[place] && !isErased(place, row);
            gaps += gap ? 1 : 0;
            covered += gap && isRidge(place, row) ? 1 : 0;
        }
        return gaps >= side.gaps * axis.length() && covered >= GAPS_COVERED * gaps;
    }

    /** Returns at which places nothing is written in the middle of the picture. */
    private boolean[] bare() {
        boolean[] none = new boolean[axis.length()];
        for (int place = 0; place < axis.length(); place++) {
            int at = place;
            none[place] = IntStream.range(axis.breadth() / 4, axis.breadth() * 3 / 4).noneMatch(row -> isInked(at, row));
        }
        return none;
    }

    private boolean isInked(int place, int row) {
        return axis.has(row) && mask[axis.pixel(place, row)] != 0;
    }

    private boolean isOneOfMany(Line line) {
        int many = 0;
        int row = axis.breadth() / 4;
        while (row < axis.breadth() * 3 / 4) {
            boolean alike = covered(row, line.rise) > ALIKE * line.covered;
            many += alike ? 1 : 0;
            row += alike ? reach : 1;
        }
        return many >= MANY;
    }

    /** Erases a line with its blurred edges, if almost nothing is written across it or close to it, and returns whether it did. */
    private boolean drop(Line line) {
        Axis.Run[] runs = IntStream.range(0, axis.length()).mapToObj(place -> axis.run(mask, place, at(line, place)))
            .toArray(Axis.Run[]::new);
        int thickest = thickest(runs);
        long written = IntStream.range(0, axis.length())
            .filter(place -> runs[place].length() > thickest || isClose(place, at(line, place))).count();
        if (written > CROSSED * axis.length()) {
            return false;
        }
        for (int place = 0; place < axis.length(); place++) {
            if (runs[place].length() <= thickest) {
                erase(place, runs[place], at(line, place));
            }
        }
        return true;
    }

    private int at(Line line, int place) {
        return line.middle + axis.shift(line.rise, place);
    }

    /** Returns the thickest run of ink that is the line's own; 0 where the line is too faint to be ink: what ink is on it is writing. */
    private int thickest(Axis.Run[] runs) {
        int[] gaps = IntStream.range(0, axis.length()).filter(place -> bare[place]).toArray();
        long inked = Arrays.stream(gaps).filter(place -> runs[place].length() > 0).count();
        int[] lengths = Arrays.stream(runs).mapToInt(Axis.Run::length).filter(length -> length > 0).sorted().toArray();
        return inked > GAPS_INKED * gaps.length ? Math.min(reach, lengths[lengths.length / 2]) + 2 : 0;
    }

    /** Returns whether there is ink close to a line, on its inner side. */
    private boolean isClose(int place, int line) {
        int inwards = side.far ? -1 : 1;
        return IntStream.rangeClosed(reach, CLOSE * reach).anyMatch(step -> isInked(place, line + inwards * step));
    }

    private void erase(int place, Axis.Run run, int line) {
        for (int row = run.start(); row < run.start() + run.length(); row++) {
            erased[axis.pixel(place, row)] = true;
            mask[axis.pixel(place, row)] = 0;
        }
        for (int row = Math.max(0, line - reach); row <= Math.min(axis.breadth() - 1, line + reach); row++) {
            erased[axis.pixel(place, row)] |= mask[axis.pixel(place, row)] == 0;
        }
    }
}
