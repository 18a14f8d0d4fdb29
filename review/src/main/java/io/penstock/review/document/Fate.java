package io.penstock.review.document;

import io.penstock.schema.Announcement;
import io.penstock.schema.DocumentFate;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Submission;
import io.penstock.schema.document.Submissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a document's fate goes on with each record about it: pure functions, whatever the order between the topics.
 *
 * <p>What belongs to an earlier submission than the newest that is known changes nothing.
 */
final class Fate {

    private Fate() {
    }

    /** Returns the fate once a document's pages are announced; empty where that is no news. */
    static Optional<DocumentFate> announced(DocumentFate known, Announcement announcement, Instant now) {
        return of(known, announcement.getSubmission(), now)
            .map(fate -> fate.setPages(Math.max(fate.getPages(), announcement.getPages())).build());
    }

    /** Returns the fate once a number is read, or answered; empty where that is no news. */
    static Optional<DocumentFate> read(DocumentFate known, RecognizedNumber number, Instant now) {
        return of(known, number.getSubmission(), now).map(fate -> {
            List<String> open = new ArrayList<>(fate.getOpen());
            open.remove(number.getReview());
            if (number.getStatus() == NumberStatus.REVIEW && number.getReview() != null) {
                open.add(number.getReview());
            }
            return fate.setPages(Math.max(fate.getPages(), number.getPages())).setOpen(open).build();
        });
    }

    /** Returns the fate once a result is there, at a place of its topic; empty where that is no news. */
    static Optional<DocumentFate> ended(DocumentFate known, RecognizedDocument result, int partition, long offset, Instant now) {
        boolean late = result.getStatus() == DocumentStatus.SUPERSEDED && known != null
            && !Submissions.same(known.getSubmission(), result.getSubmission());
        return late ? Optional.empty() : of(known, result.getSubmission(), now)
            .filter(fate -> result.getVersion() > fate.getVersion())
            .map(fate -> fate.setPages(result.getPages()).setStatus(result.getStatus()).setReasons(result.getReasons())
                .setVersion(result.getVersion()).setPartition(partition).setOffset(offset).build());
    }

    private static Optional<DocumentFate.Builder> of(DocumentFate known, Submission submission, Instant now) {
        if (known == null || Submissions.isLater(submission, known.getSubmission())
            && !Submissions.same(submission, known.getSubmission())) {
            return Optional.of(DocumentFate.newBuilder().setSubmission(submission).setPages(0).setOpen(List.of())
                .setChangedAt(now));
        }
        return Submissions.same(submission, known.getSubmission())
            ? Optional.of(DocumentFate.newBuilder(known).setChangedAt(now)) : Optional.empty();
    }
}
