package io.penstock.segment;

import io.penstock.schema.SegmentedPage;

/** What became of one page. */
public sealed interface SegmentOutcome {

    /**
     * The page was cut, or is to be looked at by a person as a whole.
     *
     * @param page the record for the next stage
     */
    record Segmented(SegmentedPage page) implements SegmentOutcome {
    }

    /**
     * The page cannot be handled.
     *
     * @param error   permanent code
     * @param message what happened and what to do about it
     */
    record Refused(SegmentError error, String message) implements SegmentOutcome {
    }
}
