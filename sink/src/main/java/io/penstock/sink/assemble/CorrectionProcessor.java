package io.penstock.sink.assemble;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.Correction;
import io.penstock.schema.DocumentState;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.document.Submissions;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.sink.rule.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Applies a person's answer to the number it is about; the last one completes the document. An answer about the quality sample that
 * confirms the machine changes no result; one that does not, makes the document's result anew.
 *
 * <p>The first answer holds: the same one again changes nothing, another one becomes a dead letter unless it names the answer that it
 * replaces. Then it makes a new version of its number and of the document's result.
 */
public final class CorrectionProcessor extends AssemblingProcessor<Correction> {

    private final Topic<Correction> topic;
    private final HumanAnswer answers;

    /** Applies corrections among these topics; {@code windowStart} is the first of the years that two-digit years mean. */
    public CorrectionProcessor(TopicCatalogue topics, int windowStart) {
        super(topics.results());
        topic = topics.corrections();
        this.answers = new HumanAnswer(windowStart);
    }

    @Override
    public void process(Record<String, Correction> record) {
        Correction correction = record.value();
        Outlet outlet = new Outlet(context(), DeadLetter.original(record.headers()), record.timestamp());
        apply(correction, outlet).ifPresent(refusal -> outlet.dead(topic, correction.getReview(), correction,
            DeadLetterSource.of(record.headers()), refusal.code(), refusal.cause()));
    }

    /**
     * Why a correction is not taken.
     *
     * @param code  what is wrong
     * @param cause what is wrong with this one; may be empty
     */
    private record Refusal(SinkFault code, String cause) {

        static Optional<Refusal> of(SinkFault code) {
            return Optional.of(new Refusal(code, ""));
        }
    }

    private Optional<Refusal> apply(Correction correction, Outlet outlet) {
        if (!HumanAnswer.isComplete(correction)) {
            return Refusal.of(SinkFault.CORRECTION_INVALID);
        }
        Optional<DocumentState> state = assembly().store().document(correction.getDocument());
        Optional<ReviewId> id = ReviewId.parse(correction.getDocument(), correction.getReview());
        if (state.isEmpty() || id.isEmpty()) {
            return Refusal.of(SinkFault.UNKNOWN_REVIEW);
        }
        if (!id.get().submission().equals(Submissions.id(state.get().getSubmission()))) {
            boolean ended = state.get().getFormer().contains(id.get().submission());
            return Refusal.of(ended ? SinkFault.STALE_REVIEW : SinkFault.UNKNOWN_REVIEW);
        }
        List<AssembledNumber> page = new ArrayList<>(assembly().store().page(correction.getDocument(), id.get().page()));
        for (int i = 0; i < page.size(); i++) {
            if (correction.getReview().equals(page.get(i).getNumber().getReview())) {
                return answer(correction, state.get(), page, i, outlet);
            }
        }
        return Refusal.of(SinkFault.UNKNOWN_REVIEW);
    }

    private Optional<Refusal> answer(Correction correction, DocumentState state, List<AssembledNumber> page, int index, Outlet outlet) {
        AssembledNumber reviewed = page.get(index);
        boolean again = !correction.getId().isEmpty() && correction.getId().equals(reviewed.getAnswer());
        boolean answered = reviewed.getNumber().getSource() == Source.HUMAN;
        if (again || !answered && correction.getReplaces() == null) {
            return again ? Optional.empty() : take(correction, state, page, index, outlet);
        }
        if (correction.getReplaces() == null) {
            RecognizedNumber number = answers.apply(correction, reviewed).getNumber();
            return sameAnswer(number, reviewed.getNumber()) ? Optional.empty() : Refusal.of(SinkFault.REVIEW_ANSWERED);
        }
        return answered && correction.getReplaces().equals(reviewed.getAnswer())
            ? take(correction, state, page, index, outlet) : Refusal.of(SinkFault.STALE_ANSWER);
    }

    private Optional<Refusal> take(Correction correction, DocumentState state, List<AssembledNumber> page, int index, Outlet outlet) {
        switch (correction.getOutcome()) {
            case WRONG_PLACE -> misplaced(correction, state, page, index, outlet);
            case OTHER_FORM -> otherForm(correction, state, page, index, outlet);
            default -> {
                Optional<String> unclear = HumanAnswer.unclear(correction, page.get(index));
                if (unclear.isPresent()) {
                    return Optional.of(new Refusal(SinkFault.ANSWER_UNCLEAR, unclear.get()));
                }
                content(correction, state, page, index, outlet);
            }
        }
        return Optional.empty();
    }

    private void content(Correction correction, DocumentState state, List<AssembledNumber> page, int index, Outlet outlet) {
        RecognizedNumber before = page.get(index).getNumber();
        AssembledNumber answered = answers.apply(correction, page.get(index));
        RecognizedNumber number = answered.getNumber();
        page.set(index, answered);
        outlet.number(number);
        outlet.closeReview(correction.getReview());
        boolean confirmed = Progress.isFinal(before) && number.getStatus() == before.getStatus()
            && number.getText().equals(before.getText()) && Objects.equals(number.getValue(), before.getValue());
        assembly().record(correction.getDocument(), state, number.getPage(), page, !confirmed, outlet);
    }

    /** The picture shows another place: what else was accepted of that form is asked anew, so the document may be open again. */
    private void misplaced(Correction correction, DocumentState state, List<AssembledNumber> page, int index, Outlet outlet) {
        if (page.get(index).getNumber().getReasons().contains(Reason.WRONG_PLACE.name())) {
            return;
        }
        List<AssembledNumber> doubted = PersonsDoubt.misplaced(page, index, assembly().now());
        for (int i = 0; i < page.size(); i++) {
            if (doubted.get(i) != page.get(i)) {
                outlet.number(doubted.get(i).getNumber());
                outlet.review(PersonsDoubt.question(doubted.get(i), assembly().now()));
            }
        }
        assembly().record(correction.getDocument(), state, page.get(index).getNumber().getPage(), doubted, true, outlet);
    }

    /** With a form, whoever says so has the page read again: new numbers take the place of these; until then the question stays. */
    private void otherForm(Correction correction, DocumentState state, List<AssembledNumber> page, int index, Outlet outlet) {
        if (correction.getForm() != null) {
            return;
        }
        List<AssembledNumber> none = PersonsDoubt.notAForm(page, index, correction);
        none.stream().filter(entry -> !page.contains(entry)).forEach(entry -> outlet.number(entry.getNumber()));
        List<String> asked = PageNumbers.questions(none);
        PageNumbers.questions(page).stream().filter(review -> !asked.contains(review)).forEach(outlet::closeReview);
        assembly().record(correction.getDocument(), state, page.get(index).getNumber().getPage(), none, true, outlet);
    }

    private static boolean sameAnswer(RecognizedNumber one, RecognizedNumber other) {
        return one.getText().equals(other.getText()) && one.getStatus() == other.getStatus() && one.getReasons().equals(other.getReasons());
    }
}
