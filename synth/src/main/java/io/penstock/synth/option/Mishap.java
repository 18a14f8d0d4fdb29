package io.penstock.synth.option;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A thing that goes wrong with samples on purpose; each is a knob from 0 (never) to 1. */
public enum Mishap {
    /** Share of characters, without boxes of lines, that leave their place by up to half its size. */
    LEAVING,
    /** Share of boxes, or lines, in which a wrong digit, or number, was struck out and the right one squeezed in beside it. */
    STRUCK,
    /** Share of characters that were written over another digit. */
    OVERWRITTEN,
    /** Share of strokes with a gap. */
    BROKEN,
    /** How many specks of ink lie about a field: 1 is six on average. */
    SPECKS,
    /** Share of fields with a pen that starts or runs dry, digits much fainter than their neighbours, or pencil beside black print. */
    FADING,
    /** Share of free amounts with decimal marks of all kinds and sizes, one decimal digit, or no cents and what closes the number. */
    MARKS,
    /** Share of ones and sevens as high as 75 to 115 % of their field. */
    TALL,
    /** Share of combs in which unused boxes at the ends are cancelled by thin slashes or dashes; the truth calls them empty. */
    SLASHES,
    /** Share of fields with remains of erased digits, or with correction fluid. */
    ERASED,
    /** How many hairs lie on the page, half of them in fields: one a page, at 1 up to six. */
    HAIRS,
    /** How many folds run over the page, most of them through a field: one a page, at 1 up to three. */
    CREASES,
    /** Share of pages with punch holes, a staple, or the holes of one. */
    STAPLES,
    /** Share of pages turned by 90, 180 or 270 degrees. */
    TURNED,
    /** How far from above the camera was: at 1 opposite edges differ in length by a quarter or so. */
    PERSPECTIVE,
    /** How dark a large word runs across the page. */
    WATERMARK,
    /** Share of pages with a corner folded or torn away. */
    CORNER,
    /** How many lines dirt on the sensor draws along the feed, and now and then across: one group a page, at 1 up to five. */
    STREAKS,
    /** How far the sheet slips in the feeder, once or twice a page: at 1 up to 0.6 mm aside, or some millimetres 60 % longer or shorter. */
    JERK,
    /** How deep a shadow along an edge is; some pages lie under a black lid, at any strength. */
    SHADOW,
    /** Share of pages of which the edge of the scan cuts off a strip, through a field where one is near enough. */
    CROPPED,
    /** How far from square pixels are, with no word about it: a ratio of 1.1, at 1 up to 2.1. */
    STRETCHED,
    /** Share of pages with several forms: two-up prints of large ones, two to four small ones of any kind; the truth says which. */
    COPIES;

    /** Returns the name of the knob. */
    public String knob() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns how many there are of what comes in numbers: none to {@code most}, seldom many. */
    public static int count(double strength, double most, RandomGenerator random) {
        double many = random.nextDouble();
        return (int) Math.ceil(strength * (1 + (most - 1) * many * many));
    }

    /** Returns a chance of this mishap's own, so that no knob changes what another one does to the same page. */
    public RandomGenerator chance(long page) {
        return new SplittableRandom(page * 0x9E3779B97F4A7C15L + name().hashCode());
    }
}
