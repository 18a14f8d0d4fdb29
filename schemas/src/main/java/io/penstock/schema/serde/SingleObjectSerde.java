package io.penstock.schema.serde;

import io.penstock.schema.registry.SchemaRegistry;
import org.apache.avro.specific.SpecificRecord;

/**
 * A Kafka serde that writes one generated Avro record in Avro's single-object encoding: C3 01, the schema's fingerprint, the body.
 *
 * <p>Every message names its own schema, so that readers of another version resolve it without a registry. Thread-safe.
 *
 * @param <T> the generated record
 */
public final class SingleObjectSerde<T extends SpecificRecord> extends AvroSerde<T> {

    SingleObjectSerde(Class<T> type, SchemaSource schemas, SchemaRegistry registry, int maxBytes) {
        super(type, schemas, registry, maxBytes);
    }

    /** Returns a serde for a generated record that knows the schemas in this jar. */
    public static <T extends SpecificRecord> SingleObjectSerde<T> of(Class<T> type) {
        return of(type, ShippedSchemas.load(), Integer.MAX_VALUE);
    }

    /**
     * Returns a serde for a generated record.
     *
     * @param source   knows the schemas of writers of another version
     * @param maxBytes largest encoded record; a larger one fails with {@link OversizeRecordException}
     */
    public static <T extends SpecificRecord> SingleObjectSerde<T> of(Class<T> type, SchemaSource source, int maxBytes) {
        return new SingleObjectSerde<>(type, source, null, maxBytes);
    }

    @Override
    byte[] header(String topic) {
        return singleObjectHeader();
    }
}
