package io.penstock.schema.deadletter;

import io.penstock.schema.Submission;
import io.penstock.schema.document.Submissions;
import io.penstock.schema.document.SubmittedDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What is missing where a dead letter is written: a page of a submission, or all of it. Stands in headers of its own beside those of
 * {@link DeadLetter}, where it is known.
 *
 * @param document   id of the document
 * @param submission the submission
 * @param page       number of the page, from 1; 0: the whole document
 * @param count      pages of the document; 0: not known
 */
public record LostPage(String document, Submission submission, int page, int count) {

    /** Header: id of the document. */
    private static final String DOCUMENT = DeadLetter.PREFIX + "document";
    /** Header: id, partition, offset and time of the submission in milliseconds, its topic; divided by single spaces. */
    private static final String SUBMISSION = DeadLetter.PREFIX + "submission";
    /** Header: number of the page, a slash, number of pages. */
    private static final String PAGE = DeadLetter.PREFIX + "page";

    /** Returns all of a submission. */
    public static LostPage all(SubmittedDocument document) {
        return new LostPage(document.id(), document.submission(), 0, 0);
    }

    /** Adds this to the headers of a dead letter and returns them. */
    public Headers addTo(Headers headers) {
        String place = Submissions.id(submission) + " " + submission.getPartition() + " " + submission.getOffset() + " "
            + submission.getSubmittedAt().toEpochMilli() + " " + submission.getTopic();
        headers.remove(DOCUMENT).add(DOCUMENT, document.getBytes(StandardCharsets.UTF_8));
        headers.remove(SUBMISSION).add(SUBMISSION, place.getBytes(StandardCharsets.UTF_8));
        headers.remove(PAGE).add(PAGE, (page + "/" + count).getBytes(StandardCharsets.UTF_8));
        return headers;
    }

    /** Returns what the headers of a dead letter say; empty where they say nothing that can be understood. */
    public static Optional<LostPage> of(Headers headers) {
        Header document = headers.lastHeader(DOCUMENT);
        Header place = headers.lastHeader(SUBMISSION);
        Header page = headers.lastHeader(PAGE);
        if (document == null || place == null || page == null) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(place.value(), StandardCharsets.UTF_8).split(" ", 5);
            String[] numbers = new String(page.value(), StandardCharsets.UTF_8).split("/", 2);
            Submission submission = new Submission(parts[4], Integer.parseInt(parts[1]), Long.parseLong(parts[2]),
                Instant.ofEpochMilli(Long.parseLong(parts[3])), parts[0]);
            return Optional.of(new LostPage(new String(document.value(), StandardCharsets.UTF_8), submission,
                Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
