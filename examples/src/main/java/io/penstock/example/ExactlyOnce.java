package io.penstock.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A consumer whose lines are written once for each record, however often it dies: lines, state and the place up to which was read go into
 * one transaction. There is no code for stopping: being killed is the normal way.
 *
 * <p>State is kept in memory, and on a compacted topic, from which it comes back after a restart or when a partition moves to another
 * instance. What does not keep it for {@value #RETENTION_DAYS} days forgets it: by then Penstock has forgotten the document too.
 */
final class ExactlyOnce implements AutoCloseable {

    private static final int RETENTION_DAYS = 90;
    /** How long one that hangs keeps its partitions, and readers waiting for what it has half done. */
    private static final int TIMEOUT_MILLIS = 6_000;

    private final Plan plan;
    private final String servers;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaConsumer<byte[], byte[]> restoring;
    private final KafkaProducer<byte[], byte[]> producer;
    private final BinaryMessageEncoder<Object> encoder;
    private final BinaryMessageDecoder<GenericRecord> decoder;
    private final Map<Integer, Map<String, GenericRecord>> states = new HashMap<>();

    /**
     * What a consumer reads and keeps.
     *
     * @param name   name of its group, and of its topics {@code NAME.lines} and {@code NAME.state}
     * @param topics topics that it reads
     * @param spread whether instances share the partitions: then all that belongs together must have the same key on all the topics
     * @param state  schema of its state
     */
    record Plan(String name, List<String> topics, boolean spread, Schema state) { }

    /** What is done with a record. */
    @FunctionalInterface
    interface Work {

        void take(ConsumerRecord<byte[], byte[]> record, Share share);
    }

    /** The state that a record may see and change, and where its lines go. */
    interface Share {

        /** Returns the state under a key. */
        Optional<GenericRecord> state(String key);

        /** Keeps a state. */
        void keep(String key, GenericRecord state);

        /** Writes a line. */
        void line(String key, GenericRecord line);
    }

    /** Starts; {@code instance} stays the same when this instance is started again, and no other has it. */
    ExactlyOnce(Plan plan, String servers, String instance) throws InterruptedException {
        this.plan = plan;
        this.servers = servers;
        encoder = new BinaryMessageEncoder<>(GenericData.get(), plan.state());
        decoder = new BinaryMessageDecoder<>(GenericData.get(), plan.state());
        createTopics();
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", servers, "transactional.id", plan.name() + "-" + instance,
            "transaction.timeout.ms", TIMEOUT_MILLIS), new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions(); // what an earlier run left half done is taken back, and where that still runs, it can write no more
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", servers, "isolation.level", "read_committed",
            "enable.auto.commit", false, "auto.offset.reset", "none"));
        restoring = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        settings.put("group.id", plan.name());
        if (plan.spread()) {
            settings.put("group.instance.id", instance); // started again within the timeout, it has its partitions back at once
            settings.put("session.timeout.ms", TIMEOUT_MILLIS);
            settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.RangeAssignor");
        }
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        begin();
    }

    private void createTopics() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            Set<Integer> counts = admin.describeTopics(plan.topics()).allTopicNames().get().values().stream()
                .map(topic -> topic.partitions().size()).collect(Collectors.toSet());
            if (plan.spread() && counts.size() > 1) {
                throw new IllegalStateException(plan.topics() + " do not have the same number of partitions: what belongs together would "
                    + "come to different instances");
            }
            int partitions = plan.spread() ? counts.iterator().next() : 1;
            NewTopic lines = new NewTopic(plan.name() + ".lines", Optional.of(partitions), Optional.empty());
            NewTopic state = new NewTopic(plan.name() + ".state", Optional.of(partitions), Optional.empty()).configs(Map.of(
                "cleanup.policy", "compact,delete", "retention.ms", Long.toString(Duration.ofDays(RETENTION_DAYS).toMillis())));
            for (NewTopic topic : List.of(lines, state)) {
                create(admin, topic);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics are not there and can't be made: " + e.getCause().getMessage(), e);
        }
    }

    private static void create(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void begin() {
        if (!plan.spread()) {
            List<TopicPartition> all = plan.topics().stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(part -> new TopicPartition(part.topic(), part.partition())).toList();
            consumer.assign(all);
            takeOver(all);
            return;
        }
        consumer.subscribe(plan.topics(), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
                revoked.forEach(partition -> states.remove(partition.partition()));
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
                takeOver(assigned);
            }
        });
    }

    /**
     * Goes on where the former owner of partitions was. First the offsets, which Kafka does not tell while the former owner's last
     * transaction is undecided; then the state up to the end of its topic, which can't be reached before that either.
     */
    private void takeOver(Collection<TopicPartition> assigned) {
        consumer.committed(new HashSet<>(assigned)).forEach((partition, offset) -> {
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        });
        assigned.stream().map(this::shareOf).distinct().filter(share -> !states.containsKey(share)).forEach(this::restore);
    }

    private int shareOf(TopicPartition partition) {
        return plan.spread() ? partition.partition() : 0;
    }

    private void restore(int share) {
        Map<String, GenericRecord> state = new HashMap<>();
        TopicPartition partition = new TopicPartition(plan.name() + ".state", share);
        long end = endOfLog(partition);
        restoring.assign(List.of(partition));
        restoring.seekToBeginning(List.of(partition));
        while (restoring.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : restoring.poll(Duration.ofMillis(100))) {
                state.put(new String(record.key(), StandardCharsets.UTF_8), decode(record.value()));
            }
        }
        states.put(share, state);
    }

    /** The end of what is written, decided or not. */
    private long endOfLog(TopicPartition partition) {
        try (KafkaConsumer<byte[], byte[]> all = new KafkaConsumer<>(Map.of("bootstrap.servers", servers), new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
            return all.endOffsets(Set.of(partition)).get(partition);
        }
    }

    /** Works on the next records, if any come within a second: all of them, or, where it dies, none. */
    void step(Work work) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
        if (records.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            int share = shareOf(new TopicPartition(record.topic(), record.partition()));
            if (record.value() != null) { // else it says nothing
                work.take(record, new Written(share, states.get(share)));
            }
        }
        producer.sendOffsetsToTransaction(records.nextOffsets(), consumer.groupMetadata());
        producer.commitTransaction();
    }

    /** The part of a transaction that one record writes. */
    private final class Written implements Share {

        private final int share;
        private final Map<String, GenericRecord> memory;

        Written(int share, Map<String, GenericRecord> memory) {
            this.share = share;
            this.memory = memory;
        }

        @Override
        public Optional<GenericRecord> state(String key) {
            return Optional.ofNullable(memory.get(key));
        }

        @Override
        public void keep(String key, GenericRecord state) {
            memory.put(key, state);
            send(".state", key, encode(state));
        }

        @Override
        public void line(String key, GenericRecord line) {
            send(".lines", key, bytes(line.toString())); // as JSON
        }

        @SuppressWarnings("FutureReturnValueIgnored") // where it fails, so does the commit
        private void send(String topic, String key, byte[] value) {
            producer.send(new ProducerRecord<>(plan.name() + topic, share, bytes(key), value));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] encode(GenericRecord state) {
        try {
            return encoder.encode(state).array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GenericRecord decode(byte[] state) {
        try {
            return decoder.decode(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        restoring.close();
        producer.close();
    }
}
