package io.penstock.app.corrections;

import io.penstock.schema.Page;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.document.Submissions;

/**
 * A page of a submission.
 *
 * @param document   document id
 * @param submission id of the submission
 * @param page       page number, from 1
 */
record Place(String document, String submission, int page) {

    static Place of(RecognizedNumber number) {
        return new Place(number.getDocument(), Submissions.id(number.getSubmission()), number.getPage());
    }

    static Place of(Page page) {
        return new Place(page.getDocument(), Submissions.id(page.getSubmission()), page.getNumber());
    }

    static Place of(SegmentedPage page) {
        return new Place(page.getDocument(), Submissions.id(page.getSubmission()), page.getNumber());
    }
}
