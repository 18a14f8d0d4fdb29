package io.penstock.segment;

/** Permanent codes of dead letters of the segment stage. */
public enum SegmentError {
    /** The page's image cannot be decoded: scan the document again, or check what produced the record. */
    IMAGE_UNREADABLE,
    /** The page's image has more pixels than {@code segment.limit.pixels}: scan at a lower resolution or raise the limit. */
    PAGE_TOO_LARGE,
    /** The page is to be one field of a kind that does not exist: correct the header {@code kind} of the document. */
    KIND_UNKNOWN,
    /** A person is said to have pointed at the form's corners, but there are not four, or no form is named: send the page without. */
    CORNERS_INVALID,
    /** Cutting failed in a way nobody foresaw: report it with the record, which is in the dead letter. */
    SEGMENT_FAILED
}
