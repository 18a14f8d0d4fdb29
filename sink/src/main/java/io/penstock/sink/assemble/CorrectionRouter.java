package io.penstock.sink.assemble;

import io.penstock.schema.Correction;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Keys a correction by its document, and notes in its headers where it came from. */
public final class CorrectionRouter extends ContextualProcessor<String, Correction, String, Correction> {

    @Override
    public void process(Record<String, Correction> record) {
        if (record.value() == null) {
            return; // a tombstone corrects nothing
        }
        DeadLetterSource source = DeadLetterSource.of(context().recordMetadata().orElseThrow());
        context().forward(record.withKey(record.value().getDocument()).withHeaders(source.addTo(record.headers())));
    }
}
