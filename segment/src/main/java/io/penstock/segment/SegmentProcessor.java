package io.penstock.segment;

import io.penstock.schema.Page;
import io.penstock.schema.deadletter.DeadLetter;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads each page with the forms known at that moment; what cannot be read becomes a dead letter. */
final class SegmentProcessor implements Processor<String, Page, String, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentProcessor.class);

    private final FormReader reader;
    private final Serde<Page> pages;
    private final String storeName;
    private ProcessorContext<String, Object> context;
    private FormLibrary forms;

    SegmentProcessor(SegmentConfig config, Serde<Page> pages, String storeName) {
        reader = new FormReader(config);
        this.pages = pages;
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        forms = new FormLibrary(context.getStateStore(storeName));
    }

    @Override
    public void process(Record<String, Page> page) {
        SegmentOutcome outcome = read(page);
        if (outcome instanceof SegmentOutcome.Segmented segmented) {
            context.forward(page.<Object>withValue(segmented.page()), SegmentTopology.GLYPHS);
        } else if (outcome instanceof SegmentOutcome.Refused refused) {
            refuse(page, refused);
        }
    }

    private SegmentOutcome read(Record<String, Page> page) {
        try {
            return reader.read(page.value(), forms.current());
        } catch (RuntimeException e) {
            // the isolation boundary: a fault on one page must not stop the stream
            LOG.warn("page {} of {} cannot be segmented", page.value().getNumber(), page.key(), e);
            return new SegmentOutcome.Refused(SegmentError.SEGMENT_FAILED,
                "page " + page.value().getNumber() + ": " + e + "; report it with the document");
        }
    }

    private void refuse(Record<String, Page> page, SegmentOutcome.Refused refused) {
        RecordMetadata source = context.recordMetadata().orElseThrow();
        DeadLetter letter = new DeadLetter("segment", refused.error().name(), refused.message(), source.topic(), source.partition(),
            source.offset());
        byte[] original = pages.serializer().serialize(source.topic(), page.value());
        context.forward(page.<Object>withValue(original).withHeaders(letter.addTo(page.headers())), SegmentTopology.DEAD_LETTERS);
    }
}
