package io.penstock.sink.assemble;

import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.DocumentState;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
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
 * <p>Pages of a submission that has ended are dropped. The same page once more overwrites, except what people have answered. A page that
 * can't be decoded becomes a dead letter, and a person is asked to read it as a whole. From time to time documents that nobody touches any
 * more are ended.
 */
public final class PageProcessor extends ContextualProcessor<String, ClassifiedPage, String, Emission> {

    private static final Logger LOG = LoggerFactory.getLogger(PageProcessor.class);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final NumberDecoder decoder;
    private final RiskJudge judge;
    private final QualitySample quality;
    private final Topic<ClassifiedPage> topic;
    private final Topic<RecognizedDocument> results;
    private final Duration retention;
    private Assembly assembly;

    /** Decodes pages of these topics, whose documents are remembered for {@code retention} after their last change. */
    public PageProcessor(NumberDecoder decoder, RiskJudge judge, QualitySample quality, TopicCatalogue topics, Duration retention) {
        this.decoder = decoder;
        this.judge = judge;
        this.quality = quality;
        this.retention = retention;
        topic = topics.readings();
        results = topics.results();
    }

    @Override
    public void init(ProcessorContext<String, Emission> context) {
        super.init(context);
        assembly = new Assembly(context, results);
        assembly.store().index();
        context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME,
            now -> assembly.expire(Instant.ofEpochMilli(now).minus(retention)));
    }

    @Override
    public void process(Record<String, ClassifiedPage> record) {
        ClassifiedPage page = record.value();
        if (page == null) {
            return; // a tombstone has no page
        }
        Outlet outlet = new Outlet(context(), record.headers(), record.timestamp());
        if (page.getNumber() < 1 || page.getNumber() > page.getCount()) {
            giveUp(record, outlet, "page " + page.getNumber() + " of " + page.getCount());
            return;
        }
        Optional<DocumentState> admitted = assembly.admit(page.getDocument(), page.getSubmission(), page.getCount(), outlet);
        if (admitted.isEmpty()) {
            LOG.info("page {} of {} belongs to an earlier submission and is dropped", page.getNumber(), page.getDocument());
        } else if (admitted.get().getOpen().size() != page.getCount()) {
            giveUp(record, outlet, "there are " + admitted.get().getOpen().size() + " pages, not " + page.getCount());
        } else {
            assembly.page(page.getDocument(), admitted.get(), page.getNumber(), read(record, outlet), outlet);
        }
    }

    private PageNumbers read(Record<String, ClassifiedPage> record, Outlet outlet) {
        ClassifiedPage page = record.value();
        try {
            List<Judgement> judged = judge.judge(page, decoder.decode(page));
            return new PageNumbers(page, judged, quality, assembly.now());
        } catch (RuntimeException e) {
            // The boundary around one page: whatever is wrong with it must not stop the others.
            LOG.warn("page {} of {} could not be decoded", page.getNumber(), page.getDocument(), e);
            giveUp(record, outlet, e.toString());
            return PageNumbers.lost(page, SinkFault.DECODE_FAILED.name(), assembly.now());
        }
    }

    private void giveUp(Record<String, ClassifiedPage> record, Outlet outlet, String cause) {
        outlet.dead(topic, record.key(), record.value(), context().recordMetadata().orElseThrow(), cause);
    }
}
