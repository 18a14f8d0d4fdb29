package io.penstock.sink.assemble;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.DocumentState;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Submission;
import io.penstock.schema.document.Submissions;
import io.penstock.schema.topic.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents of one task on their way to their ends: every submission that is admitted ends in exactly one first result.
 *
 * <p>Belongs to one stream task and is not thread-safe.
 */
final class Assembly {

    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

    private final ProcessorContext<String, Emission> context;
    private final DocumentStore store;
    private final Endings endings;

    /** Assembles in the stores of a processor's task; results are held to the limits of their topic. */
    Assembly(ProcessorContext<String, Emission> context, Topic<RecognizedDocument> results) {
        this.context = context;
        store = DocumentStore.of(context);
        endings = new Endings(results, context.metrics());
    }

    /** Returns the documents. */
    DocumentStore store() {
        return store;
    }

    /** Returns the time by the task's clock. */
    Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    /**
     * Returns the state of a document in which what belongs to a submission is to be recorded; a later submission than the one known ends
     * that one and starts afresh.
     *
     * @param pages pages of the document; 0: it has none
     * @return empty where the submission has ended because there is a later one
     */
    Optional<DocumentState> admit(String document, Submission submission, int pages, Outlet outlet) {
        Optional<DocumentState> known = store.document(document);
        if (known.isEmpty()) {
            return Optional.of(begin(document, submission, pages, List.of()));
        }
        DocumentState state = known.get();
        if (Submissions.same(state.getSubmission(), submission)) {
            return Optional.of(state.getOpen().isEmpty() && pages > 0 ? reopen(document, state, pages) : state);
        }
        if (state.getFormer().contains(Submissions.id(submission))) {
            return Optional.empty();
        }
        if (Submissions.isLater(submission, state.getSubmission())) {
            supersede(document, state, outlet);
            return Optional.of(begin(document, submission, pages, Progress.formerWith(state, state.getSubmission())));
        }
        endings.superseded(document, submission, pages, now(), outlet);
        store.put(document, DocumentState.newBuilder(state).setFormer(Progress.formerWith(state, submission)).build());
        return Optional.empty();
    }

    private DocumentState begin(String document, Submission submission, int pages, List<String> former) {
        DocumentState state = Progress.begin(submission, pages, former, now());
        store.put(document, state);
        return state;
    }

    /** A producer sent a document that was refused once more under the same id, and this time its pages are there. */
    private DocumentState reopen(String document, DocumentState refused, int pages) {
        DocumentState state = DocumentState.newBuilder(Progress.begin(refused.getSubmission(), pages, refused.getFormer(), now()))
            .setVersion(refused.getVersion()).build();
        store.put(document, state);
        return state;
    }

    private void supersede(String document, DocumentState state, Outlet outlet) {
        if (state.getVersion() == 0) {
            endings.end(document, state, DocumentStatus.SUPERSEDED, store.numbers(document, state), List.of(), now(), outlet);
        }
        forget(document, state, outlet);
    }

    /** Ends a submission of which no page could be had. */
    void refuse(String document, DocumentState state, String code, Outlet outlet) {
        if (state.getVersion() > 0 || !state.getOpen().isEmpty()) {
            LOG.warn("document {} is said to be lost ({}), but its pages are there", document, code);
            return;
        }
        DocumentState refused = Progress.refused(state, now());
        store.put(document, endings.end(document, refused, DocumentStatus.REFUSED, List.of(), List.of(code), now(), outlet));
    }

    /** Records the numbers of a page, sends them with the questions about them, and the result where that was the last page. */
    void page(String document, DocumentState state, int page, PageNumbers made, Outlet outlet) {
        List<AssembledNumber> before = store.page(document, page);
        List<AssembledNumber> numbers = Progress.keepAnswers(before, made.numbers());
        for (int i = 0; i < numbers.size(); i++) {
            outlet.number(numbers.get(i).getNumber());
            if (PageNumbers.asks(numbers.get(i).getNumber())) {
                outlet.review(made.review(numbers.get(i), i));
            }
        }
        Set<String> asked = new HashSet<>(PageNumbers.questions(numbers));
        PageNumbers.questions(before).stream().filter(review -> !asked.contains(review)).forEach(outlet::closeReview);
        record(document, state, page, numbers, state.getCompletedAt() == null || !Progress.sameContent(before, numbers), outlet);
    }

    /** Records the numbers of a page and sends a result where the document is complete and there is news. */
    void record(String document, DocumentState state, int page, List<AssembledNumber> numbers, boolean news, Outlet outlet) {
        DocumentState advanced = Progress.advance(state, page, numbers, now());
        store.put(document, advanced, page, numbers);
        if (advanced.getCompletedAt() != null && news) {
            List<RecognizedNumber> all = store.numbers(document, advanced);
            List<String> reasons = all.stream().filter(Progress::isLostPage)
                .flatMap(lost -> lost.getReasons().stream()).distinct().toList();
            store.put(document, endings.end(document, advanced, Progress.status(all), all, reasons, now(), outlet));
        }
    }

    /** Ends and forgets every document that has not changed since a time. */
    void expire(Instant since) {
        Outlet outlet = new Outlet(context, new RecordHeaders(), context.currentSystemTimeMs());
        for (String document : store.unchangedSince(since)) {
            DocumentState state = store.document(document).orElseThrow();
            if (state.getVersion() == 0) {
                List<String> reasons = new ArrayList<>();
                if (Progress.isMissingPages(state)) {
                    reasons.add(EndReason.PAGES_MISSING.name());
                }
                if (state.getOpen().stream().anyMatch(open -> open > 0)) {
                    reasons.add(EndReason.REVIEWS_OPEN.name());
                }
                endings.end(document, state, DocumentStatus.EXPIRED, store.numbers(document, state), reasons, now(), outlet);
            }
            forget(document, state, outlet);
        }
    }

    private void forget(String document, DocumentState state, Outlet outlet) {
        for (int page = 1; page <= state.getOpen().size(); page++) {
            PageNumbers.questions(store.page(document, page)).forEach(outlet::closeReview);
        }
        store.remove(document, state);
    }
}
