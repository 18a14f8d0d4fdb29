package io.penstock.sink.assemble;

import io.penstock.schema.DocumentState;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.Letter;
import io.penstock.schema.topic.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Where a processor of the sink sends what it makes of one record: with the key of each topic, the headers and time of the source. */
final class Outlet {

    private static final String STAGE = "sink";

    private final ProcessorContext<String, Emission> context;
    private final Headers headers;
    private final long timestamp;

    /** Takes the headers and the timestamp of the source record, milliseconds. */
    Outlet(ProcessorContext<String, Emission> context, Headers headers, long timestamp) {
        this.context = context;
        this.headers = headers;
        this.timestamp = timestamp;
    }

    void number(RecognizedNumber number) {
        send(number.getDocument(), new Emission.Number(number), headers);
    }

    void review(ReviewTask task) {
        send(task.getId(), new Emission.Review(task), headers);
    }

    /** Sends a complete document. */
    void result(String id, DocumentStore store, DocumentState state) {
        send(id, new Emission.Result(store.result(id, state)), headers);
    }

    /** Sends a source record to the dead letters, as the bytes it came as. */
    <V extends SpecificRecord> void dead(Topic<V> topic, String key, V value, DeadLetterSource source, SinkFault fault, String cause) {
        String message = cause.isEmpty() ? fault.advice() : fault.advice() + " (" + cause + ")";
        DeadLetter why = new DeadLetter(STAGE, fault.name(), message, source.topic(), source.partition(), source.offset());
        byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
        Letter letter = Letter.of(why, key, bytes, headers);
        send(letter.textKey(), new Emission.Dead(letter.value()), letter.headers());
    }

    private void send(String key, Emission emission, Headers with) {
        context.forward(new Record<>(key, emission, timestamp, with));
    }
}
