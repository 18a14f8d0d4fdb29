package io.penstock.example;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.message.SchemaStore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Penstock's records, each read by the schema that it names; the schemas stand on the topic {@code penstock.schemas}. */
final class Records implements AutoCloseable {

    private static final int HEADER = 10;

    private final SchemaStore.Cache schemas = new SchemaStore.Cache();
    private final KafkaConsumer<byte[], byte[]> consumer;

    Records(String servers) {
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor("penstock.schemas").stream()
            .map(part -> new TopicPartition(part.topic(), part.partition())).toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    /**
     * Returns the record in a value; empty where the bytes are none of these names. Nobody stops for one bad record: it is put aside, and
     * told.
     */
    Optional<GenericRecord> read(byte[] value, Set<String> names) {
        if (value.length > 0 && value[0] == 0) {
            throw new IllegalStateException("the records name their schemas by ids of a registry: use its deserializer");
        }
        if (value.length < HEADER) {
            return Optional.empty();
        }
        try {
            long fingerprint = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
            Schema writer = schema(fingerprint);
            return names.contains(writer.getName())
                ? Optional.of(new BinaryMessageDecoder<GenericRecord>(GenericData.get(), writer, schemas).decode(value)) : Optional.empty();
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | NegativeArraySizeException unreadable) {
            return Optional.empty();
        }
    }

    /** Writers publish their schemas before they write: one that is not known yet is on the topic by now. */
    private Schema schema(long fingerprint) {
        Schema known = schemas.findByFingerprint(fingerprint);
        if (known == null) {
            readSchemas();
            known = schemas.findByFingerprint(fingerprint);
        }
        if (known == null) {
            throw new MissingSchemaException("nobody has published the schema " + Long.toHexString(fingerprint));
        }
        return known;
    }

    private void readSchemas() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(100))) {
                if (found.value() != null) {
                    schemas.addSchema(new Schema.Parser().parse(new String(found.value(), StandardCharsets.UTF_8)));
                }
            }
        }
    }

    /** Returns a field as text; empty where it is null, or was not there yet when the record was written. */
    static String text(GenericRecord record, String field) {
        return record.hasField(field) && record.get(field) != null ? record.get(field).toString() : "";
    }

    /** Returns a field as a whole number; {@code otherwise} where it was not there yet when the record was written. */
    static int number(GenericRecord record, String field, int otherwise) {
        return record.hasField(field) ? (int) record.get(field) : otherwise;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
