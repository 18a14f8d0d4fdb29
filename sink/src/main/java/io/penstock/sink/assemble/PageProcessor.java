package io.penstock.sink.assemble;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.DocumentState;
import io.penstock.schema.topic.Topic;
import io.penstock.sink.decode.NumberDecoder;
import io.penstock.sink.risk.Judgement;
import io.penstock.sink.risk.QualitySample;
import io.penstock.sink.risk.RiskJudge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes and judges a page and records its numbers in the document it belongs to.
 *
 * <p>A later submission of a document starts it afresh; pages of an earlier one are dropped. The same page once more overwrites,
 * except what people have answered. From time to time documents that nobody touches any more are forgotten.
 */
public final class PageProcessor extends ContextualProcessor<String, ClassifiedPage, String, Emission> {

    private static final Logger LOG = LoggerFactory.getLogger(PageProcessor.class);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final NumberDecoder decoder;
    private final RiskJudge judge;
    private final QualitySample quality;
    private final Topic<ClassifiedPage> topic;
    private final Duration retention;
    private DocumentStore store;

    /** Decodes pages of a topic, whose documents are remembered for {@code retention} after their last change. */
    public PageProcessor(NumberDecoder decoder, RiskJudge judge, QualitySample quality, Topic<ClassifiedPage> topic, Duration retention) {
        this.decoder = decoder;
        this.judge = judge;
        this.quality = quality;
        this.topic = topic;
        this.retention = retention;
    }

    @Override
    public void init(ProcessorContext<String, Emission> context) {
        super.init(context);
        store = DocumentStore.of(context);
        context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME,
            now -> store.removeUnchangedSince(Instant.ofEpochMilli(now).minus(retention)));
    }

    @Override
    public void process(Record<String, ClassifiedPage> record) {
        ClassifiedPage page = record.value();
        if (page == null) {
            return; // a tombstone has no page
        }
        Outlet outlet = new Outlet(context(), record.headers(), record.timestamp());
        Optional<DocumentState> known = store.document(page.getDocument());
        if (known.isPresent() && Progress.isLater(known.get().getSubmission(), page.getSubmission())) {
            LOG.info("page {} of {} belongs to an earlier submission and is dropped", page.getNumber(), page.getDocument());
            return;
        }
        List<Judgement> judged;
        try {
            check(page, known);
            judged = judge.judge(page, decoder.decode(page));
        } catch (RuntimeException e) {
            // The boundary around one page: whatever is wrong with it must not stop the others.
            LOG.warn("page {} of {} could not be decoded", page.getNumber(), page.getDocument(), e);
            outlet.dead(topic, record.key(), page, DeadLetterSource.of(context().recordMetadata().orElseThrow()),
                SinkFault.DECODE_FAILED, e.toString());
            return;
        }
        assemble(page, judged, known, outlet);
    }

    private void assemble(ClassifiedPage page, List<Judgement> judged, Optional<DocumentState> known, Outlet outlet) {
        String id = page.getDocument();
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        Optional<DocumentState> superseded = known.filter(state -> Progress.isLater(page.getSubmission(), state.getSubmission()));
        superseded.ifPresent(state -> store.remove(id, state));
        DocumentState state = known.filter(same -> superseded.isEmpty())
            .orElseGet(() -> Progress.begin(page.getSubmission(), page.getCount(), now));

        PageNumbers made = new PageNumbers(page, judged, quality, now);
        List<AssembledNumber> before = store.page(id, page.getNumber());
        List<AssembledNumber> numbers = Progress.keepAnswers(before, made.numbers());
        DocumentState advanced = Progress.advance(state, page.getNumber(), numbers, now);
        store.put(id, advanced, page.getNumber(), numbers);
        for (int i = 0; i < numbers.size(); i++) {
            outlet.number(numbers.get(i).getNumber());
            if (PageNumbers.asks(numbers.get(i).getNumber())) {
                outlet.review(made.review(numbers.get(i), i));
            }
        }
        boolean news = state.getCompletedAt() == null || !Progress.sameContent(before, numbers);
        if (advanced.getCompletedAt() != null && news) {
            outlet.result(id, store, advanced);
        }
    }

    private static void check(ClassifiedPage page, Optional<DocumentState> known) {
        if (page.getNumber() < 1 || page.getNumber() > page.getCount()) {
            throw new IllegalArgumentException("page " + page.getNumber() + " of " + page.getCount());
        }
        boolean same = known.isPresent() && known.get().getSubmission().equals(page.getSubmission());
        if (same && known.get().getOpen().size() != page.getCount()) {
            throw new IllegalArgumentException("an earlier page said that there are " + known.get().getOpen().size() + " pages, not "
                + page.getCount());
        }
    }
}
