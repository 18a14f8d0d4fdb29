package io.penstock.schema.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;

/**
 * The reader of single-object encoded records of one type, written with any schema that a source knows; takes no more memory than a
 * record's own size allows. Thread-safe.
 *
 * @param <T> the generated record
 */
final class SingleObjectReader<T> {

    /** Two bytes that say what follows, eight that name the schema. */
    private static final int HEADER_BYTES = 10;
    private static final short MARKER = 0x01C3;

    private final SpecificData model;
    private final Schema schema;
    private final SchemaSource writers;
    private final Map<Long, DatumReader<T>> readers = new ConcurrentHashMap<>();

    SingleObjectReader(SpecificData model, Schema schema, SchemaSource writers) {
        this.model = model;
        this.schema = schema;
        this.writers = writers;
    }

    /** Reads a record; what the decoder throws at bytes from anywhere is almost anything. */
    T read(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER_BYTES || in.getShort() != MARKER) {
            throw new BadHeaderException("no single-object encoded record");
        }
        return readers.computeIfAbsent(in.getLong(), this::reader).read(null, new BoundedDecoder(in));
    }

    @SuppressWarnings("unchecked") // the model makes records of its type
    private DatumReader<T> reader(long fingerprint) {
        Schema writer = writers.byFingerprint(fingerprint);
        if (writer == null) {
            throw new MissingSchemaException("no schema with the fingerprint " + Long.toHexString(fingerprint));
        }
        return model.createDatumReader(writer, schema);
    }
}
