package io.penstock.schema.serde;

import io.penstock.schema.registry.SchemaRegistry;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * How the Avro records of a pipeline stand on topics and in state stores.
 *
 * @param written  encoding of what is written to topics; both are read
 * @param schemas  knows the schemas of writers of another version by their fingerprints
 * @param registry knows schemas by their ids; without it Confluent's wire format is neither written nor read
 * @param maxBytes largest value of a record on a topic; serializing a larger one fails with {@link OversizeRecordException}
 */
public record AvroFormat(AvroEncoding written, SchemaSource schemas, Optional<SchemaRegistry> registry, int maxBytes) {

    /** Rejects Confluent's wire format without a registry. */
    public AvroFormat {
        if (written == AvroEncoding.CONFLUENT && registry.isEmpty()) {
            throw new IllegalArgumentException("Confluent's wire format needs a registry");
        }
    }

    /** Returns the format that needs nothing but the schemas in this jar. */
    public static AvroFormat ofJar(int maxBytes) {
        return new AvroFormat(AvroEncoding.SINGLE_OBJECT, ShippedSchemas.load(), Optional.empty(), maxBytes);
    }

    /** Returns the serde of a record on topics that others read and write. */
    public <T extends SpecificRecord> AvroSerde<T> onTopics(Class<T> type) {
        return written == AvroEncoding.CONFLUENT
            ? new ConfluentSerde<>(type, schemas, registry.orElseThrow(), maxBytes)
            : new SingleObjectSerde<>(type, schemas, registry.orElse(null), maxBytes);
    }

    /** Returns the serde of a record in state stores and on topics that one stage keeps for itself: always in single-object encoding. */
    public <T extends SpecificRecord> Serde<T> inStage(Class<T> type) {
        return new SingleObjectSerde<>(type, schemas, registry.orElse(null), Integer.MAX_VALUE);
    }
}
