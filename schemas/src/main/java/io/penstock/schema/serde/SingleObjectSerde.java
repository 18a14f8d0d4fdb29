package io.penstock.schema.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A Kafka serde that writes one generated Avro record in Avro's single-object encoding: C3 01, the schema's fingerprint, the body.
 *
 * <p>Every message names its own schema, so that readers of another version resolve it without a registry. Thread-safe.
 *
 * @param <T> the generated record
 */
public final class SingleObjectSerde<T extends SpecificRecord> implements Serde<T> {

    private final BinaryMessageEncoder<T> encoder;
    private final SingleObjectReader<T> reader;
    private final int maxBytes;

    private SingleObjectSerde(SpecificData model, Schema schema, SchemaSource source, int maxBytes) {
        this.maxBytes = maxBytes;
        encoder = new BinaryMessageEncoder<>(model, schema);
        long own = SchemaNormalization.parsingFingerprint64(schema);
        reader = new SingleObjectReader<>(model, schema, fingerprint -> fingerprint == own ? schema : source.byFingerprint(fingerprint));
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
        SpecificData model = SpecificData.getForClass(type);
        return new SingleObjectSerde<>(model, model.getSchema(type), source, maxBytes);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, record) -> {
            if (record == null) {
                return null;
            }
            try {
                ByteBuffer bytes = encoder.encode(record);
                checkSize(topic, bytes.remaining());
                byte[] array = new byte[bytes.remaining()];
                bytes.get(array);
                return array;
            } catch (IOException e) {
                throw new SerializationException("cannot encode a record for " + topic, e);
            }
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> {
            if (bytes == null) {
                return null;
            }
            try {
                return reader.read(bytes);
            } catch (IOException | RuntimeException e) {
                // Bytes from anywhere make Avro's decoder throw almost anything; to Kafka it is one kind of failure.
                throw new SerializationException(
                    "record of " + topic + " is not a single-object encoded Avro record that this version knows", e);
            }
        };
    }

    /**
     * Returns the serializer of records that have been encoded already, and are held to the same size as a serde's own.
     *
     * @param serde a serde of this kind
     */
    public static Serializer<byte[]> encoded(Serde<?> serde) {
        SingleObjectSerde<?> own = (SingleObjectSerde<?>) serde;
        return (topic, bytes) -> {
            own.checkSize(topic, bytes.length);
            return bytes;
        };
    }

    private void checkSize(String topic, int bytes) {
        if (bytes > maxBytes) {
            throw new OversizeRecordException(topic, bytes, maxBytes);
        }
    }
}
