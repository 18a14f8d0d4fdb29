package io.penstock.sink.assemble;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.Correction;
import io.penstock.schema.DocumentState;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.document.Submissions;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Applies a person's answer to the number it is about; the last one completes the document. An answer about the quality sample that
 * confirms the machine changes no result; one that does not, makes the document's result anew.
 *
 * <p>The first answer holds: the same one again changes nothing, another one becomes a dead letter.
 */
public final class CorrectionProcessor extends ContextualProcessor<String, Correction, String, Emission> {

    private final Topic<Correction> topic;
    private final Topic<RecognizedDocument> results;
    private final HumanAnswer answers;
    private Assembly assembly;

    /** Applies corrections among these topics; {@code windowStart} is the first of the years that two-digit years mean. */
    public CorrectionProcessor(TopicCatalogue topics, int windowStart) {
        topic = topics.corrections();
        results = topics.results();
        this.answers = new HumanAnswer(windowStart);
    }

    @Override
    public void init(ProcessorContext<String, Emission> context) {
        super.init(context);
        assembly = new Assembly(context, results);
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
        Optional<DocumentState> state = assembly.store().document(correction.getDocument());
        Optional<ReviewId> id = ReviewId.parse(correction.getDocument(), correction.getReview());
        if (state.isEmpty() || id.isEmpty()) {
            return Refusal.of(SinkFault.UNKNOWN_REVIEW);
        }
        if (!id.get().submission().equals(Submissions.id(state.get().getSubmission()))) {
            boolean ended = state.get().getFormer().contains(id.get().submission());
            return Refusal.of(ended ? SinkFault.STALE_REVIEW : SinkFault.UNKNOWN_REVIEW);
        }
        List<AssembledNumber> page = new ArrayList<>(assembly.store().page(correction.getDocument(), id.get().page()));
        for (int i = 0; i < page.size(); i++) {
            if (correction.getReview().equals(page.get(i).getNumber().getReview())) {
                return answer(correction, state.get(), page, i, outlet);
            }
        }
        return Refusal.of(SinkFault.UNKNOWN_REVIEW);
    }

    private Optional<Refusal> answer(Correction correction, DocumentState state, List<AssembledNumber> page, int index, Outlet outlet) {
        AssembledNumber reviewed = page.get(index);
        Optional<String> unclear = HumanAnswer.unclear(correction, reviewed);
        if (unclear.isPresent()) {
            return Optional.of(new Refusal(SinkFault.ANSWER_UNCLEAR, unclear.get()));
        }
        RecognizedNumber number = answers.apply(correction, reviewed);
        if (reviewed.getNumber().getSource() == Source.HUMAN) {
            return sameAnswer(number, reviewed.getNumber()) ? Optional.empty() : Refusal.of(SinkFault.REVIEW_ANSWERED);
        }
        page.set(index, new AssembledNumber(number, reviewed.getRules()));
        outlet.number(number);
        outlet.closeReview(correction.getReview());
        boolean confirmed = Progress.isFinal(reviewed.getNumber()) && number.getStatus() == reviewed.getNumber().getStatus()
            && number.getText().equals(reviewed.getNumber().getText());
        assembly.record(correction.getDocument(), state, number.getPage(), page, !confirmed, outlet);
        return Optional.empty();
    }

    private static boolean sameAnswer(RecognizedNumber one, RecognizedNumber other) {
        return one.getText().equals(other.getText()) && one.getStatus() == other.getStatus() && one.getReasons().equals(other.getReasons());
    }
}
