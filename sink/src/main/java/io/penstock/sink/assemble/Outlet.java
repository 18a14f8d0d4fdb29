package io.penstock.sink.assemble;

import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.Letter;
import io.penstock.schema.deadletter.LostPage;
import io.penstock.schema.topic.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

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

    /** Says that nobody is asked any more. */
    void closeReview(String id) {
        send(id, new Emission.Review(null), headers);
    }

    void result(RecognizedDocument result) {
        send(result.getDocument(), new Emission.Result(result), headers);
    }

    /** Sends a source record to the dead letters, as the bytes it came as. */
    <V extends SpecificRecord> void dead(Topic<V> topic, String key, V value, DeadLetterSource source, SinkFault fault, String cause) {
        Letter letter = letter(topic, key, value, source, fault, cause);
        send(letter.textKey(), new Emission.Dead(letter.value()), letter.headers());
    }

    /** The same for a page, which is lost to its document. */
    void dead(Topic<ClassifiedPage> topic, String key, ClassifiedPage page, RecordMetadata source, String cause) {
        Letter letter = letter(topic, key, page, DeadLetterSource.of(source), SinkFault.DECODE_FAILED, cause);
        LostPage lost = new LostPage(page.getDocument(), page.getSubmission(), page.getNumber(), page.getCount());
        send(letter.textKey(), new Emission.Dead(letter.value()), lost.addTo(letter.headers()));
    }

    private <V extends SpecificRecord> Letter letter(Topic<V> topic, String key, V value, DeadLetterSource source, SinkFault fault,
                                                     String cause) {
        String message = cause.isEmpty() ? fault.advice() : fault.advice() + " (" + cause + ")";
        DeadLetter why = new DeadLetter(STAGE, fault.name(), message, source.topic(), source.partition(), source.offset());
        byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
        return Letter.of(why, key, bytes, headers);
    }

    private void send(String key, Emission emission, Headers with) {
        context.forward(new Record<>(key, emission, timestamp, with));
    }
}
