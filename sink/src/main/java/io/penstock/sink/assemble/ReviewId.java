package io.penstock.sink.assemble;

import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Submission;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a review: the same submission, page and field always give the same one. Written {@code DOCUMENT/PARTITION.OFFSET/PAGE/FIELD},
 * without the last part for a page as a whole.
 *
 * @param document  document id
 * @param partition partition of the submission
 * @param offset    offset of the submission
 * @param page      page number, from 1
 * @param field     name of the field; null: the page as a whole
 */
record ReviewId(String document, int partition, long offset, int page, String field) {

    private static final Pattern REST = Pattern.compile("/(\\d{1,9})\\.(\\d{1,18})/(\\d{1,9})(?:/(.+))?");

    /** Returns the id of a review. */
    static ReviewId of(String document, Submission submission, int page, String field) {
        return new ReviewId(document, submission.getPartition(), submission.getOffset(), page, field);
    }

    /** Returns the id that a review of a number has, asked or not. */
    static ReviewId of(RecognizedNumber number) {
        return of(number.getDocument(), number.getSubmission(), number.getPage(), number.getField());
    }

    /** Reads an id that is said to belong to a document; empty where it is not of this form. */
    static Optional<ReviewId> parse(String document, String id) {
        Matcher rest = REST.matcher(id.startsWith(document) ? id.substring(document.length()) : "");
        return rest.matches()
            ? Optional.of(new ReviewId(document, Integer.parseInt(rest.group(1)), Long.parseLong(rest.group(2)),
                Integer.parseInt(rest.group(3)), rest.group(4)))
            : Optional.empty();
    }

    /** Returns whether the review was asked of this submission. */
    boolean isOf(Submission submission) {
        return partition == submission.getPartition() && offset == submission.getOffset();
    }

    /** Returns whether the review can have been asked of an earlier submission than this. */
    boolean isBefore(Submission submission) {
        return partition != submission.getPartition() || offset < submission.getOffset();
    }

    @Override
    public String toString() {
        return document + "/" + partition + "." + offset + "/" + page + (field == null ? "" : "/" + field);
    }
}
