package io.penstock.schema.serde;

import io.penstock.schema.registry.SchemaRegistry;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;

/**
 * The reader of records of one type, written with any schema that a source or a registry knows; takes no more memory than a record's own
 * size allows. Thread-safe.
 *
 * @param <T> the generated record
 */
final class RecordReader<T> {

    private final SpecificData model;
    private final Schema schema;
    private final SchemaSource writers;
    private final SchemaRegistry registry;
    private final Map<Schema, DatumReader<T>> readers = new ConcurrentHashMap<>();

    /** Makes a reader; {@code registry} may be null. */
    RecordReader(SpecificData model, Schema schema, SchemaSource writers, SchemaRegistry registry) {
        this.model = model;
        this.schema = schema;
        this.writers = writers;
        this.registry = registry;
    }

    /** Reads a record; what is thrown at bytes from anywhere is almost anything. */
    T read(byte[] bytes) throws IOException {
        return readers.computeIfAbsent(writer(bytes), this::reader).read(null, new BoundedDecoder(RecordHeader.body(bytes)));
    }

    /** Returns the schema that a record was written with. */
    Schema writer(byte[] bytes) throws IOException {
        if (RecordHeader.isSingleObject(bytes)) {
            long fingerprint = RecordHeader.fingerprint(bytes);
            return known(writers.byFingerprint(fingerprint), "fingerprint " + SchemaSource.name(fingerprint));
        }
        if (!RecordHeader.isConfluent(bytes)) {
            throw new BadHeaderException("it begins with no header that names a schema");
        }
        if (registry == null) {
            throw new BadHeaderException("it is in Confluent's wire format, and no schema.registry.url is set");
        }
        return known(registry.byId(RecordHeader.id(bytes)), "id " + RecordHeader.id(bytes));
    }

    private static Schema known(Schema writer, String name) {
        if (writer == null) {
            throw new MissingSchemaException("there is no schema with the " + name);
        }
        return writer;
    }

    @SuppressWarnings("unchecked") // the model makes records of its type
    private DatumReader<T> reader(Schema writer) {
        return model.createDatumReader(writer, schema);
    }
}
