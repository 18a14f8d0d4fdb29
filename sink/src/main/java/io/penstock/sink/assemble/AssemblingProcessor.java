package io.penstock.sink.assemble;

import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.topic.Topic;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A processor that works on the documents of its task.
 *
 * @param <V> type of the values that come in
 */
abstract class AssemblingProcessor<V> extends ContextualProcessor<String, V, String, Emission> {

    private final Topic<RecognizedDocument> results;
    private Assembly assembly;

    /** Sends results within the limits of their topic. */
    AssemblingProcessor(Topic<RecognizedDocument> results) {
        this.results = results;
    }

    @Override
    public void init(ProcessorContext<String, Emission> context) {
        super.init(context);
        assembly = new Assembly(context, results);
    }

    /** Returns the documents; from {@link #init} on. */
    final Assembly assembly() {
        return assembly;
    }

    /** Returns where what is made of a record goes, with the record's headers and time. */
    final Outlet outlet(Record<String, V> record) {
        return new Outlet(context(), record.headers(), record.timestamp());
    }
}
