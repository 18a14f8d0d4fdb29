package io.penstock.synth.option;

/**
 * What goes wrong with samples on purpose, so that anyone can measure what it costs on their own form. All from 0 (never) to 1.
 *
 * @param leaving     share of characters, without boxes of lines, that leave their place by up to half its size
 * @param struck      share of boxes, or lines, in which a wrong digit, or number, was struck out and the right one squeezed in beside it
 * @param overwritten share of characters that were written over another digit
 * @param broken      share of strokes with a gap
 * @param specks      how many specks of ink lie about a field: 1 is six on average
 * @param turned      share of pages turned by 90, 180 or 270 degrees
 * @param perspective how far from above the camera was: at 1 opposite edges differ in length by a quarter or so
 * @param watermark   how dark a large word runs across the page
 * @param corner      share of pages with a corner folded or torn away
 */
public record Mishaps(double leaving, double struck, double overwritten, double broken, double specks, double turned, double perspective,
                      double watermark, double corner) {

    /** Checks the ranges. */
    public Mishaps {
        Ranges.share("leaving", leaving);
        Ranges.share("struck", struck);
        Ranges.share("overwritten", overwritten);
        Ranges.share("broken", broken);
        Ranges.share("specks", specks);
        Ranges.share("turned", turned);
        Ranges.share("perspective", perspective);
        Ranges.share("watermark", watermark);
        Ranges.share("corner", corner);
    }

    /** Returns that nothing goes wrong. */
    public static Mishaps none() {
        return new Mishaps(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
