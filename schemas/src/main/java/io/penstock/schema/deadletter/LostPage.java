package io.penstock.schema.deadletter;

import io.penstock.schema.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What is missing where a dead letter is written: a page of a submission, or all of it. Stands in headers of its own beside those of
 * {@link DeadLetter}, where it is known.
 *
 * @param submission the submission
 * @param page       number of the page, from 1; 0: the whole document
 * @param count      pages of the document; 0: not known
 */
public record LostPage(Submission submission, int page, int count) {

    /** Header: partition, offset and time of the submission in milliseconds, its topic; divided by single spaces. */
    private static final String SUBMISSION = DeadLetter.PREFIX + "submission";
    /** Header: number of the page, a slash, number of pages. */
    private static final String PAGE = DeadLetter.PREFIX + "page";

    /** Returns all of a submission. */
    public static LostPage all(Submission submission) {
        return new LostPage(submission, 0, 0);
    }

    /** Adds this to the headers of a dead letter and returns them. */
    public Headers addTo(Headers headers) {
        String place = submission.getPartition() + " " + submission.getOffset() + " " + submission.getSubmittedAt().toEpochMilli() + " "
            + submission.getTopic();
        headers.remove(SUBMISSION).add(SUBMISSION, place.getBytes(StandardCharsets.UTF_8));
        headers.remove(PAGE).add(PAGE, (page + "/" + count).getBytes(StandardCharsets.UTF_8));
        return headers;
    }

    /** Returns what the headers of a dead letter say; empty where they say nothing that can be understood. */
    public static Optional<LostPage> of(Headers headers) {
        Header place = headers.lastHeader(SUBMISSION);
        Header page = headers.lastHeader(PAGE);
        if (place == null || page == null) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(place.value(), StandardCharsets.UTF_8).split(" ", 4);
            String[] numbers = new String(page.value(), StandardCharsets.UTF_8).split("/", 2);
            return Optional.of(new LostPage(new Submission(parts[3], Integer.parseInt(parts[0]), Long.parseLong(parts[1]),
                Instant.ofEpochMilli(Long.parseLong(parts[2]))), Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
