package io.penstock.segment;

/** Permanent codes of why a page comes out without fields. */
public enum PageReason {
    /** None of the registered forms lies on the page. */
    NO_FORM_MATCHES,
    /** The producer named a form that is not registered: apply its definition, or correct the header. */
    FORM_UNKNOWN,
    /** The producer named a form, but its printed geometry is not on the page, or too far off. */
    FORM_DOES_NOT_FIT,
    /** Beside the forms that were found there is print that looks like more of one. */
    MORE_ON_PAGE,
    /** Nothing is written or printed on the page: it needs nobody. */
    PAGE_BLANK
}
