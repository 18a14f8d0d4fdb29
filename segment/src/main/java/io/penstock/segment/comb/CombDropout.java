package io.penstock.segment.comb;

import io.penstock.segment.ink.Ink;

/**
 * Removes printed lines from an ink mask and mends the strokes that meet them.
 *
 * <p>A line is followed by its own two edges. Where ink stands out beyond neither, it is print. Where it stands out beyond both, a stroke
 * crosses. Beyond one, a stroke ends at the line, or runs along it and is partly hidden: as much of the line is left as the stroke lacks
 * of the pen's width. Between a stroke's end on one side and its end on the other, a little further along, the stroke is joined across the
 * line; so it is between two places on the same side where an arc dives under the line and comes out again.
 */
final class CombDropout {

    private static final double BAND_MM = 0.3;
    /** How far apart, in widths of line and pen together, the two ends of a stroke that crosses at a slant may be. */
    private static final double SLANT = 1.5;
    /** Least length of the place where an arc dives, in widths of the pen: a stroke that ends at the line is no longer than its width. */
    private static final double DIVE = 1.6;
    /** The same at the other end of the hidden stroke, where it may leave the line at half a right angle. */
    private static final double EMERGE = 1.2;
    /** Greatest part of the pen's width that stands out where an arc dives for good. */
    private static final double UNDER = 0.9;
    /** Greatest length of an arc under a line, as a share of the box's side along it. */
    private static final double HIDDEN = 0.6;

    private final Ink ink;
    private final byte[] printed;
    private final double band;
    private final double pen;

    /** Takes the ink, its pixels a millimetre and the width of the pen's strokes in pixels. */
    CombDropout(Ink ink, double scale, double pen) {
        this.ink = ink;
        this.pen = pen;
        printed = ink.mask().clone();
        band = Math.max(2, BAND_MM * scale);
    }

    /**
     * Removes a vertical line around {@code x} between two rows.
     *
     * @param side height of the boxes, pixels
     */
    void vertical(double x, double from, double to, double thickness, double side) {
        erase(new PrintedLine(ink, ink.width(), 1, x, from, to, thickness, band), new boolean[ink.height()], side);
    }

    /**
     * Removes a horizontal line around {@code y} between two columns; where vertical lines meet it, nothing is mended.
     *
     * @param side width of the boxes, pixels
     */
    void horizontal(double y, double from, double to, double thickness, double side, double[] verticals) {
        boolean[] met = new boolean[ink.width()];
        for (double x : verticals) {
            for (int i = clamp(x - band, met.length); i < clamp(x + band + 1, met.length); i++) {
                met[i] = true;
            }
        }
        erase(new PrintedLine(ink, 1, ink.width(), y, from, to, thickness, band), met, side);
    }

    private static int clamp(double value, int limit) {
        return (int) Math.max(0, Math.min(limit, Math.round(value)));
    }

    private void erase(PrintedLine line, boolean[] met, double side) {
        boolean[] before = line.contacts(true);
        boolean[] after = line.contacts(false);
        for (int place = line.from(); place < line.to(); place++) {
            if (before[place] && after[place]) {
                continue;
            }
            line.erase(place, before[place], after[place], met[place] ? 0 : pen);
        }
        for (int place = line.from(); place < line.to(); place++) {
            before[place] &= !met[place];
            after[place] &= !met[place];
        }
        bridge(line, before, after);
        bridge(line, after, before);
        dive(line, before, true, side);
        dive(line, after, false, side);
    }

    /** Joins strokes that end on one side to where they go on further along on the other. */
    private void bridge(PrintedLine line, boolean[] here, boolean[] there) {
        double reach = SLANT * (line.thickness() + pen);
        for (int end = line.from(); end < line.to() - 1; end++) {
            if (!here[end] || here[end + 1] || there[end]) {
                continue;
            }
            int next = end + 1;
            while (next < line.to() && next - end <= reach && !there[next] && !here[next]) {
                next++;
            }
            if (next < line.to() && next - end <= reach && there[next] && !here[next]) {
                line.restore(printed, end - (int) (pen / 2), next + (int) (pen / 2), line.thickness() + pen, true);
            }
        }
    }

    /** Joins two places on the same side where the stroke between them is hidden by the line. */
    private void dive(PrintedLine line, boolean[] contact, boolean before, double side) {
        int end = line.from();
        while (end < line.to()) {
            if (!contact[end] || end + 1 < line.to() && contact[end + 1]) {
                end++;
                continue;
            }
            int next = end + 1;
            while (next < line.to() && !contact[next]) {
                next++;
            }
            if (next < line.to() && next - end <= HIDDEN * side
                && joins(dive(line, contact, end, -1, before), dive(line, contact, next, 1, before))) {
                line.restore(printed, end, next, pen, before);
            }
            end = next;
        }
    }

    private boolean joins(double one, double other) {
        return Math.max(one, other) >= DIVE * pen && Math.min(one, other) >= EMERGE * pen;
    }

    /** Returns the length of the contact that ends at a place if the stroke sinks into the line there; else 0. */
    private double dive(PrintedLine line, boolean[] contact, int end, int back, boolean before) {
        int length = 0;
        double out = 0;
        int near = (int) Math.max(2, Math.round(pen));
        for (int place = end; place >= line.from() && place < line.to() && contact[place]; place += back) {
            out += length < near ? line.out(place, before) : 0;
            length++;
        }
        return out / Math.min(near, length) <= UNDER * pen ? length : 0;
    }
}
