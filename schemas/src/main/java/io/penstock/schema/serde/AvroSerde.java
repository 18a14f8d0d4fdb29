package io.penstock.schema.serde;

import io.penstock.schema.registry.SchemaRegistry;
import io.penstock.schema.registry.SchemaUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.RawMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A Kafka serde of one generated Avro record: a header that names the writer's schema, then the body in Avro's binary encoding.
 *
 * <p>What is written depends on the subclass. What is read does not: single-object encoding, and Confluent's wire format where there is a
 * registry to ask, so that a pipeline may go from one to the other while it runs. Thread-safe.
 *
 * @param <T> the generated record
 */
public abstract class AvroSerde<T extends SpecificRecord> implements Serde<T> {

    private final RawMessageEncoder<T> encoder;
    private final RecordReader<T> reader;
    private final SchemaSource shipped = ShippedSchemas.load();
    private final byte[] singleObject;
    private final int maxBytes;

    /**
     * Makes a serde.
     *
     * @param schemas  knows the schemas of writers of another version
     * @param registry of schemas in Confluent's wire format; null: none
     * @param maxBytes largest encoded record; a larger one fails with {@link OversizeRecordException}
     */
    AvroSerde(Class<T> type, SchemaSource schemas, SchemaRegistry registry, int maxBytes) {
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        this.maxBytes = maxBytes;
        encoder = new RawMessageEncoder<>(model, schema);
        long own = SchemaNormalization.parsingFingerprint64(schema);
        singleObject = RecordHeader.singleObject(own);
        reader = new RecordReader<>(model, schema, fingerprint -> fingerprint == own ? schema : schemas.byFingerprint(fingerprint),
            registry);
    }

    /** Returns the header of single-object encoding with this serde's own schema. */
    final byte[] singleObjectHeader() {
        return singleObject;
    }

    /** Returns the header of a record for a topic. */
    abstract byte[] header(String topic);

    /** Makes sure of what records on a topic need, such as the schema's id, so that what is in the way shows before the first of them. */
    public final void prepare(String topic) {
        header(topic);
    }

    @Override
    public final Serializer<T> serializer() {
        return (topic, record) -> {
            if (record == null) {
                return null;
            }
            try {
                return join(topic, encoder.encode(record));
            } catch (IOException e) {
                throw new SerializationException("cannot encode a record for " + topic, e);
            }
        };
    }

    @Override
    public final Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(topic, bytes);
    }

    /**
     * Returns the serde of the same records for whoever hands them on as bytes: on the topic as this serde writes and reads them, outside
     * in single-object encoding with a schema that is in this jar.
     */
    public final Serde<byte[]> encoded() {
        return Serdes.serdeFrom(this::onTopic, this::inJar);
    }

    private byte[] onTopic(String topic, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        byte[] header = header(topic);
        if (Arrays.equals(header, 0, header.length, bytes, 0, Math.min(header.length, bytes.length))) {
            return held(topic, bytes);
        }
        return join(topic, ByteBuffer.wrap(bytes, singleObject.length, bytes.length - singleObject.length));
    }

    private byte[] inJar(String topic, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            long fingerprint = SchemaNormalization.parsingFingerprint64(reader.writer(bytes));
            if (shipped.byFingerprint(fingerprint) != null) {
                ByteBuffer body = RecordHeader.body(bytes);
                return RecordHeader.isSingleObject(bytes) ? bytes : concatenate(RecordHeader.singleObject(fingerprint), body);
            }
            return concatenate(singleObject, encoder.encode(reader.read(bytes)));
        } catch (IOException | RuntimeException e) {
            throw unreadable(topic, e);
        }
    }

    private T read(String topic, byte[] bytes) {
        try {
            return reader.read(bytes);
        } catch (IOException | RuntimeException e) {
            throw unreadable(topic, e);
        }
    }

    /** Bytes from anywhere make Avro's reader throw almost anything; to Kafka it is one kind of failure, but for a registry's. */
    private static RuntimeException unreadable(String topic, Exception e) {
        if (e instanceof SchemaUnavailableException unavailable) {
            return unavailable;
        }
        return new SerializationException("record of " + topic + " is no Avro record that this version knows: " + e.getMessage(), e);
    }

    private byte[] join(String topic, ByteBuffer body) {
        return held(topic, concatenate(header(topic), body));
    }

    private static byte[] concatenate(byte[] header, ByteBuffer body) {
        byte[] bytes = Arrays.copyOf(header, header.length + body.remaining());
        body.get(bytes, header.length, body.remaining());
        return bytes;
    }

    private byte[] held(String topic, byte[] bytes) {
        if (bytes.length > maxBytes) {
            throw new OversizeRecordException(topic, bytes.length, maxBytes);
        }
        return bytes;
    }
}
