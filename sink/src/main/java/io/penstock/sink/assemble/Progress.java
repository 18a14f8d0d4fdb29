package io.penstock.sink.assemble;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.DocumentState;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.schema.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How a document's state advances: pure functions over its records. */
final class Progress {

    private static final int NOT_ARRIVED = -1;

    private Progress() {
    }

    /** Returns the state of a document of which no page has arrived. */
    static DocumentState begin(Submission submission, int pages, Instant now) {
        return new DocumentState(submission, new ArrayList<>(Collections.nCopies(pages, NOT_ARRIVED)), null, now);
    }

    /** Returns the state after a page's numbers changed: complete from the moment that no page has an open number. */
    static DocumentState advance(DocumentState state, int page, List<AssembledNumber> numbers, Instant now) {
        List<Integer> open = new ArrayList<>(state.getOpen());
        open.set(page - 1, (int) numbers.stream().filter(entry -> !isFinal(entry.getNumber())).count());
        boolean complete = open.stream().allMatch(count -> count == 0);
        Instant since = state.getCompletedAt() == null ? now : state.getCompletedAt();
        return new DocumentState(state.getSubmission(), open, complete ? since : null, now);
    }

    /** Returns whether nobody is asked about a number any more. */
    static boolean isFinal(RecognizedNumber number) {
        return number.getSource() == Source.HUMAN || number.getStatus() == NumberStatus.ACCEPTED
            || number.getStatus() == NumberStatus.EMPTY;
    }

    /** Returns whether one submission of a document came after another: by offset in the same partition, otherwise by time. */
    static boolean isLater(Submission one, Submission other) {
        boolean sameLog = one.getTopic().equals(other.getTopic()) && one.getPartition() == other.getPartition();
        return sameLog ? one.getOffset() > other.getOffset() : one.getSubmittedAt().isAfter(other.getSubmittedAt());
    }

    /** Returns a page's new numbers, with what people answered about the same fields when the page came before. */
    static List<AssembledNumber> keepAnswers(List<AssembledNumber> before, List<AssembledNumber> now) {
        return now.stream().map(entry -> before.stream()
            .filter(old -> old.getNumber().getSource() == Source.HUMAN)
            .filter(old -> ReviewId.of(old.getNumber()).equals(ReviewId.of(entry.getNumber())))
            .findFirst().orElse(entry)).toList();
    }

    /** Returns whether two lists of numbers say the same, whenever it was decided. */
    static boolean sameContent(List<AssembledNumber> one, List<AssembledNumber> other) {
        return one.stream().map(Progress::timeless).toList().equals(other.stream().map(Progress::timeless).toList());
    }

    private static RecognizedNumber timeless(AssembledNumber entry) {
        return RecognizedNumber.newBuilder(entry.getNumber()).setDecidedAt(Instant.EPOCH).build();
    }
}
