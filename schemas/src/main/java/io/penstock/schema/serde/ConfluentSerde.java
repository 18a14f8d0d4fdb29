package io.penstock.schema.serde;

import io.penstock.schema.registry.SchemaRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A Kafka serde that writes one generated Avro record in Confluent's wire format: 00, the id that a registry gave the schema, the body.
 *
 * <p>The schema is registered under the subject {@code TOPIC-value} when the first record is written to a topic. Thread-safe.
 *
 * @param <T> the generated record
 */
final class ConfluentSerde<T extends SpecificRecord> extends AvroSerde<T> {

    private final Schema schema;
    private final SchemaRegistry registry;
    private final Map<String, byte[]> headers = new ConcurrentHashMap<>();

    ConfluentSerde(Class<T> type, SchemaSource schemas, SchemaRegistry registry, int maxBytes) {
        super(type, schemas, registry, maxBytes);
        this.schema = SpecificData.getForClass(type).getSchema(type);
        this.registry = registry;
    }

    @Override
    byte[] header(String topic) {
        return headers.computeIfAbsent(topic, name -> RecordHeader.confluent(registry.register(name + "-value", schema)));
    }
}
