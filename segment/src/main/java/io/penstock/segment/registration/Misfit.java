package io.penstock.segment.registration;

/** Permanent codes of why a form is not taken to lie on a page. */
public enum Misfit {
    /** Nothing on the page resembles the form's printed lines. */
    NOTHING_ALIKE,
    /** Too few of the form's printed lines are there: less than its {@code minSupport}. */
    PRINT_MISSING,
    /** The lines are there, but too far from their places: more than the form's {@code maxResidual}. */
    PRINT_DISPLACED,
    /** The lines of too many fields are not there. */
    FIELDS_MISSING,
    /** The page's lines go on where the form's end: the form was found inside a larger grid, or beside its place on one side. */
    GRID_CONTINUES,
    /** At one side of the form most of the lines that are due are not there, though they are at the others. */
    SIDE_MISSING,
    /** The form would have to be stretched or sheared too much. */
    DISTORTED,
    /** Most of the form's fiducials are not where they are due. */
    FIDUCIALS_MISSING,
    /** Too much of the form would lie outside the page. */
    OUTSIDE_PAGE
}
