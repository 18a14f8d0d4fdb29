package io.penstock.schema.deadletter;

import io.penstock.schema.document.SubmittedDocument;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Where the exception handlers of one stage send what they give up; they are configured with it through the Streams properties.
 *
 * @param topic   full name of the dead-letters topic
 * @param stage   name of the stage
 * @param records says which page is lost with a record
 */
public record DeadLetterRoute(String topic, String stage, PageRecords records) {

    private static final String TOPIC_CONFIG = "penstock.dead.letter.topic";
    /** The stage whose records are documents: their place is their submission. */
    private static final String INGEST = "ingest";
    private static final String STAGE_CONFIG = "penstock.dead.letter.stage";
    private static final String RECORDS_CONFIG = "penstock.dead.letter.records";

    private static final ConfigDef DEFINITION = new ConfigDef()
        .define(TOPIC_CONFIG, Type.STRING, ConfigDef.NO_DEFAULT_VALUE, new NonEmptyString(), Importance.HIGH, "Topic of dead letters.")
        .define(STAGE_CONFIG, Type.STRING, ConfigDef.NO_DEFAULT_VALUE, new NonEmptyString(), Importance.HIGH, "Stage that gives up.");

    /** Returns the route that stands in a handler's configuration. */
    static DeadLetterRoute of(Map<String, ?> configs) {
        AbstractConfig config = new AbstractConfig(DEFINITION, configs, false);
        return new DeadLetterRoute(config.getString(TOPIC_CONFIG), config.getString(STAGE_CONFIG),
            (PageRecords) configs.get(RECORDS_CONFIG));
    }

    /** Returns the Streams properties that hand this route to the handlers. */
    public Map<String, Object> properties() {
        return Map.of(TOPIC_CONFIG, topic, STAGE_CONFIG, stage, RECORDS_CONFIG, records);
    }

    /**
     * Returns the dead letter of a source record: its own key, bytes and headers or a pointer to them, and why it was given up.
     *
     * @param value bytes of the source record; null where Streams no longer has them (the headers still name its offset)
     */
    ProducerRecord<byte[], byte[]> record(ErrorHandlerContext context, byte[] key, byte[] value, StreamFault fault, Throwable cause) {
        String source = Objects.requireNonNullElse(context.topic(), "");
        DeadLetter why = new DeadLetter(stage, fault.name(), fault.message(cause), source, context.partition(), context.offset());
        Letter letter = Letter.of(why, key, value, context.headers());
        lost(context, key, value).ifPresent(lost -> lost.addTo(letter.headers()));
        return new ProducerRecord<>(topic, null, letter.key(), letter.value(), letter.headers());
    }

    private Optional<LostPage> lost(ErrorHandlerContext context, byte[] key, byte[] value) {
        if (stage.equals(INGEST)) {
            return Optional.of(LostPage.all(SubmittedDocument.of(key, context.headers(), context.topic(), context.partition(),
                context.offset(), context.timestamp())));
        }
        return records.lost(value);
    }

    /** Returns a key as the bytes it has on a topic. */
    static byte[] bytes(Object key) {
        if (key == null || key instanceof byte[]) {
            return (byte[]) key;
        }
        return key.toString().getBytes(StandardCharsets.UTF_8);
    }
}
