package io.penstock.sink.assemble;

import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Submission;
import io.penstock.schema.document.Submissions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a review: the same submission, page and field always give the same one. Written {@code DOCUMENT/SUBMISSION/PAGE/FIELD}, for a
 * field of the second form of a page {@code DOCUMENT/SUBMISSION/PAGE/FIELD/2}, for a page as a whole without the last part.
 *
 * @param document   document id
 * @param submission id of the submission
 * @param page       page number, from 1
 * @param copy       which of the page's forms the field is of, from 1
 * @param field      name of the field; null: the page as a whole
 */
record ReviewId(String document, String submission, int page, int copy, String field) {

    private static final Pattern REST = Pattern.compile("/([^/]+)/(\\d{1,9})(?:/([^/]+)(?:/(\\d{1,9}))?)?");

    /** Returns the id of a review. */
    static ReviewId of(String document, Submission submission, int page, int copy, String field) {
        return new ReviewId(document, Submissions.id(submission), page, copy, field);
    }

    /** Returns the id that a review of a number has, asked or not. */
    static ReviewId of(RecognizedNumber number) {
        return of(number.getDocument(), number.getSubmission(), number.getPage(), number.getCopy(), number.getField());
    }

    /** Reads an id that is said to belong to a document; empty where it is not of this form. */
    static Optional<ReviewId> parse(String document, String id) {
        Matcher rest = REST.matcher(id.startsWith(document) ? id.substring(document.length()) : "");
        return rest.matches()
            ? Optional.of(new ReviewId(document, rest.group(1), Integer.parseInt(rest.group(2)),
                rest.group(4) == null ? 1 : Integer.parseInt(rest.group(4)), rest.group(3)))
            : Optional.empty();
    }

    @Override
    public String toString() {
        return document + "/" + submission + "/" + page + (field == null ? "" : "/" + field) + (copy == 1 ? "" : "/" + copy);
    }
}
