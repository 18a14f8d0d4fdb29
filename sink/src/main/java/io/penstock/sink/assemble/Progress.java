package io.penstock.sink.assemble;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.DocumentState;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.schema.Submission;
import io.penstock.schema.document.Submissions;
import io.penstock.sink.rule.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** How a document's state advances: pure functions over its records. */
final class Progress {

    private static final int NOT_ARRIVED = -1;
    /** Submissions of one document that are remembered after their end. */
    private static final int MAX_FORMER = 100;

    private Progress() {
    }

    /** Returns the state of a document of which no page has arrived. */
    static DocumentState begin(Submission submission, int pages, List<String> former, Instant now) {
        return DocumentState.newBuilder().setSubmission(submission)
            .setOpen(new ArrayList<>(Collections.nCopies(pages, NOT_ARRIVED))).setChangedAt(now).setFormer(former).build();
    }

    /** Returns the ids of ended submissions with one more; the oldest are forgotten. */
    static List<String> formerWith(DocumentState state, Submission ended) {
        List<String> former = new ArrayList<>(state.getFormer());
        former.add(Submissions.id(ended));
        return former.subList(Math.max(0, former.size() - MAX_FORMER), former.size());
    }

    /** Returns the state after a page's numbers changed: complete from the moment that no page has an open number. */
    static DocumentState advance(DocumentState state, int page, List<AssembledNumber> numbers, Instant now) {
        List<Integer> open = new ArrayList<>(state.getOpen());
        open.set(page - 1, (int) numbers.stream().filter(entry -> !isFinal(entry.getNumber())).count());
        boolean complete = open.stream().allMatch(count -> count == 0);
        Instant since = state.getCompletedAt() == null ? now : state.getCompletedAt();
        return DocumentState.newBuilder(state).setOpen(open).setCompletedAt(complete ? since : null).setChangedAt(now).build();
    }

    /** Returns the state of a submission of which no page could be had. */
    static DocumentState refused(DocumentState state, Instant now) {
        return DocumentState.newBuilder(state).setOpen(List.of()).setCompletedAt(now).setChangedAt(now).build();
    }

    /** Returns the state once a result of its submission is sent. */
    static DocumentState sent(DocumentState state) {
        return DocumentState.newBuilder(state).setVersion(state.getVersion() + 1).build();
    }

    /** Returns whether a page of a document has arrived, or is known to be lost. */
    static boolean hasPage(DocumentState state, int page) {
        return state.getOpen().get(page - 1) != NOT_ARRIVED;
    }

    /** Returns whether a page has not arrived. */
    static boolean isMissingPages(DocumentState state) {
        return state.getOpen().contains(NOT_ARRIVED);
    }

    /** Returns whether nobody is asked about a number any more. */
    static boolean isFinal(RecognizedNumber number) {
        return number.getSource() == Source.HUMAN || number.getStatus() == NumberStatus.ACCEPTED
            || number.getStatus() == NumberStatus.EMPTY;
    }

    /** Returns how a document whose numbers are all final has ended. */
    static DocumentStatus status(List<RecognizedNumber> numbers) {
        return numbers.stream().anyMatch(Progress::isLostPage) ? DocumentStatus.PARTIAL : DocumentStatus.COMPLETE;
    }

    /** Returns whether a number is a page whose fields nobody has read; of one on which nothing is written there are none. */
    static boolean isLostPage(RecognizedNumber number) {
        boolean empty = number.getStatus() == NumberStatus.EMPTY && !number.getReasons().contains(Reason.ILLEGIBLE.name());
        return number.getField() == null && !empty;
    }

    /** Returns a page's new numbers, with what people answered about the same fields of the same form when the page came before. */
    static List<AssembledNumber> keepAnswers(List<AssembledNumber> before, List<AssembledNumber> now) {
        return now.stream().map(entry -> before.stream()
            .filter(old -> old.getNumber().getSource() == Source.HUMAN)
            .filter(old -> ReviewId.of(old.getNumber()).equals(ReviewId.of(entry.getNumber())))
            .filter(old -> Objects.equals(old.getNumber().getForm(), entry.getNumber().getForm()))
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
