package io.penstock.segment;

import io.penstock.isolate.Isolator;
import io.penstock.isolate.Outcome;
import io.penstock.isolate.Outcome.Done;
import io.penstock.isolate.Outcome.Failed;
import io.penstock.isolate.Outcome.Failure;
import io.penstock.isolate.Outcome.Refused;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.Letter;
import io.penstock.schema.deadletter.PageRecords;
import io.penstock.schema.deadletter.StreamFault;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has each page read with the forms known at that moment; what cannot be read becomes a dead letter. Pages stay bytes.
 */
final class SegmentProcessor implements Processor<String, byte[], String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentProcessor.class);

    private final Isolator isolator;
    private final Map<String, String> settings;
    private final Deserializer<byte[]> encoded;
    private final PageRecords records;
    private final String storeName;
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, String> forms;

    SegmentProcessor(Isolator isolator, Map<String, String> settings, TopicCatalogue topics, String storeName) {
        this.isolator = isolator;
        this.settings = settings;
        encoded = topics.pages().encoded().deserializer();
        records = new PageRecords(topics.format());
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        forms = context.getStateStore(storeName);
        isolator.open(FormLibrary.with(settings, forms));
    }

    @Override
    public void process(Record<String, byte[]> page) {
        byte[] bytes;
        try {
            bytes = encoded.deserialize("", page.value());
        } catch (SerializationException e) {
            refuse(page, StreamFault.RECORD_UNREADABLE.name(), StreamFault.RECORD_UNREADABLE.message(e));
            return;
        }
        Outcome outcome = isolator.run(FormLibrary.with(settings, forms), bytes == null ? new byte[0] : bytes);
        if (outcome instanceof Done done) {
            context.forward(page.withValue(done.parts().get(0)), SegmentTopology.GLYPHS);
        } else if (outcome instanceof Refused refused) {
            refuse(page, refused.code(), refused.message());
        } else if (outcome instanceof Failed failed) {
            fail(page, failed);
        }
    }

    private void fail(Record<String, byte[]> page, Failed failed) {
        LOG.warn("a page of {} cannot be segmented: {}, {}", page.key(), failed.failure(), failed.message());
        if (failed.failure() == Failure.BROKEN) {
            refuse(page, SegmentError.SEGMENT_FAILED.name(), failed.message() + "; report it with the document");
        } else {
            StreamFault fault = StreamFault.valueOf(failed.failure().name());
            refuse(page, fault.name(), fault.message(failed.message()));
        }
    }

    private void refuse(Record<String, byte[]> page, String code, String message) {
        RecordMetadata source = context.recordMetadata().orElseThrow();
        DeadLetter why = new DeadLetter(SegmentWork.STAGE, code, message, source.topic(), source.partition(), source.offset());
        Letter letter = Letter.of(why, page.key(), page.value(), page.headers());
        records.lost(page.value()).ifPresent(lost -> lost.addTo(letter.headers()));
        context.forward(new Record<>(letter.textKey(), letter.value(), page.timestamp(), letter.headers()), SegmentTopology.DEAD_LETTERS);
    }

    @Override
    public void close() {
        isolator.close();
    }
}
