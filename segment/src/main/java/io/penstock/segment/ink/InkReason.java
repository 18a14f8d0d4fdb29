package io.penstock.segment.ink;

/** Permanent codes of ink that is not part of what was read, so that the number may lack a digit or have one too many. */
public enum InkReason {
    /** Ink that may belong to the number was left out, because it is beside the place where people write. */
    INK_CUT_OFF,
    /** Ink that is no print is like nothing that is written there. */
    INK_UNEXPLAINED,
    /** Some of the ink is much fainter than the rest: a pen that runs dry, the rest of something that was erased, crumbs of a stroke. */
    FAINT_INK,
    /** A part of the field is brighter than its paper: correction fluid, a label; what is under it or beside it may be half a digit. */
    COVERED,
    /** A line of the scanner, or something that lay on its glass, runs through what is written. */
    STREAK
}
