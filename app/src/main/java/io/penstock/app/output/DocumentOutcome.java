package io.penstock.app.output;

import io.penstock.schema.RecognizedNumber;
import java.util.List;

/**
 * What became of one document.
 *
 * @param document document id
 * @param numbers  its numbers by page, then in the form's order; empty where it never got that far
 * @param losses   why it, or some of its pages, could not be handled; empty where all went well
 */
public record DocumentOutcome(String document, List<RecognizedNumber> numbers, List<Loss> losses) {

    /** Copies the lists. */
    public DocumentOutcome {
        numbers = List.copyOf(numbers);
        losses = List.copyOf(losses);
    }

    /**
     * Why a document or a page could not be handled.
     *
     * @param stage   stage that gave up
     * @param code    permanent error code
     * @param message what happened and what to do about it
     */
    public record Loss(String stage, String code, String message) {
    }
}
