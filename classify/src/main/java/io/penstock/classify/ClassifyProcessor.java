package io.penstock.classify;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task of the classify stage: a page is a batch. Pages stay bytes. */
final class ClassifyProcessor implements Processor<String, byte[], String, byte[]> {

    static final String READINGS = "write-readings";
    static final String DEAD_LETTERS = "write-dead-letters";

    private static final Logger LOG = LoggerFactory.getLogger(ClassifyProcessor.class);

    private final Isolator isolator;
    private final Map<String, String> settings;
    private final Deserializer<byte[]> encoded;
    private final PageRecords records;
    private ProcessorContext<String, byte[]> context;

    ClassifyProcessor(Isolator isolator, Map<String, String> settings, TopicCatalogue topics) {
        this.isolator = isolator;
        this.settings = settings;
        encoded = topics.glyphs().encoded().deserializer();
        records = new PageRecords(topics.format());
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        isolator.open(settings);
    }

    @Override
    public void process(Record<String, byte[]> page) {
        byte[] bytes;
        try {
            bytes = encoded.deserialize("", page.value());
        } catch (SerializationException e) {
            giveUp(page, StreamFault.RECORD_UNREADABLE.name(), StreamFault.RECORD_UNREADABLE.message(e));
            return;
        }
        Outcome outcome = isolator.run(settings, bytes == null ? new byte[0] : bytes);
        if (outcome instanceof Done done) {
            context.forward(page.withValue(done.parts().get(0)), READINGS);
        } else if (outcome instanceof Refused refused) {
            giveUp(page, refused.code(), refused.message());
        } else if (outcome instanceof Failed failed) {
            LOG.warn("a page of {} cannot be classified: {}, {}", page.key(), failed.failure(), failed.message());
            StreamFault fault = failed.failure() == Failure.BROKEN ? StreamFault.STAGE_FAILED
                : StreamFault.valueOf(failed.failure().name());
            giveUp(page, fault.name(), fault.message(failed.message()));
        }
    }

    private void giveUp(Record<String, byte[]> page, String code, String message) {
        RecordMetadata source = context.recordMetadata().orElseThrow();
        DeadLetter why = new DeadLetter(ClassifyWork.STAGE, code, message, source.topic(), source.partition(), source.offset());
        Letter letter = Letter.of(why, page.key(), page.value(), page.headers());
        records.lost(page.value()).ifPresent(lost -> lost.addTo(letter.headers()));
        context.forward(new Record<>(letter.textKey(), letter.value(), page.timestamp(), letter.headers()), DEAD_LETTERS);
    }

    @Override
    public void close() {
        isolator.close();
    }
}
