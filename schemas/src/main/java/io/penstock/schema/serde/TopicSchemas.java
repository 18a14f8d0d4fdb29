package io.penstock.schema.serde;

import io.penstock.schema.registry.SchemaUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schema store behind the compacted topic {@code schemas}: key the fingerprint's {@link SchemaSource#name}, value the schema as JSON.
 *
 * <p>A schema that the jar knows is found there. For another the topic is read to its end: a writer publishes its schemas before it
 * writes, so a schema that is not there then is not known to anybody. What was found is kept. Thread-safe; has a consumer only while it
 * reads.
 */
public final class TopicSchemas implements SchemaSource {

    private static final Logger LOG = LoggerFactory.getLogger(TopicSchemas.class);
    private static final Duration POLL = Duration.ofMillis(50);

    private final ShippedSchemas shipped = ShippedSchemas.load();
    private final Map<Long, Schema> published = new ConcurrentHashMap<>();
    private final String topic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Duration patience;

    /**
     * Reads a topic when it has to.
     *
     * @param topic     full name of the topic
     * @param consumers makes a consumer without a group, which is closed after each look at the topic
     * @param patience  how long one look at the topic may take
     */
    public TopicSchemas(String topic, Supplier<Consumer<String, byte[]>> consumers, Duration patience) {
        this.topic = topic;
        this.consumers = consumers;
        this.patience = patience;
    }

    /**
     * Returns the schema with this fingerprint; null where neither the jar nor the topic has it, or there is no such topic.
     *
     * @throws SchemaUnavailableException where the topic can't be read
     */
    @Override
    public Schema byFingerprint(long fingerprint) {
        Schema schema = shipped.byFingerprint(fingerprint);
        if (schema == null) {
            schema = published.get(fingerprint);
        }
        return schema == null ? look(fingerprint) : schema;
    }

    private synchronized Schema look(long fingerprint) {
        if (!published.containsKey(fingerprint)) {
            try {
                readToEnd();
            } catch (UnknownTopicOrPartitionException e) {
                LOG.warn("schemas of other versions are not at hand: {}", e.getMessage());
            } catch (KafkaException e) {
                throw new SchemaUnavailableException("the schema " + SchemaSource.name(fingerprint) + " is not in this version, and topic "
                    + topic + " can't be read: " + e.getMessage(), e);
            }
        }
        return published.get(fingerprint);
    }

    /**
     * Publishes those of the schemas in this jar that are not on the topic; returns when they are.
     *
     * @return their names
     * @throws KafkaException       where the topic is missing, or can't be read or written
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public synchronized List<String> publish(Producer<String, byte[]> producer) throws InterruptedException {
        readToEnd();
        Collection<Schema> missing = shipped.all().stream()
            .filter(schema -> !published.containsKey(SchemaNormalization.parsingFingerprint64(schema))).toList();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Schema schema : missing) {
            sent.add(producer.send(new ProducerRecord<>(topic, name(schema), schema.toString().getBytes(StandardCharsets.UTF_8))));
        }
        producer.flush();
        for (Future<RecordMetadata> record : sent) {
            try {
                record.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof KafkaException refusal ? refusal : new KafkaException(e.getCause());
            }
        }
        return missing.stream().map(TopicSchemas::name).toList();
    }

    private static String name(Schema schema) {
        return SchemaSource.name(SchemaNormalization.parsingFingerprint64(schema));
    }

    private void readToEnd() {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, patience).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            if (partitions.isEmpty()) {
                throw new UnknownTopicOrPartitionException("there is no topic " + topic + ": './penstock topics create' makes it");
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), patience) >= end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("it was not read to its end within " + patience.toMillis() + " ms");
                }
                consumer.poll(POLL).forEach(this::keep);
            }
        }
    }

    private void keep(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            Schema schema = new Schema.Parser().parse(new String(record.value(), StandardCharsets.UTF_8));
            if (name(schema).equals(record.key())) {
                published.put(SchemaNormalization.parsingFingerprint64(schema), schema);
                return;
            }
        } catch (RuntimeException e) {
            LOG.debug("not a schema", e);
        }
        LOG.warn("{} {} of topic {} is not the schema that its key names; left out", record.partition(), record.offset(), topic);
    }
}
