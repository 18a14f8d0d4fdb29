package io.penstock.review.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Reads single records of topics by where they lie: pictures stand on topics, and in no store. Thread-safe; a few may read at once. */
final class RecordReader implements AutoCloseable {

    private static final int CONSUMERS = 3;
    private static final Duration POLL = Duration.ofMillis(250);

    private final BlockingQueue<Optional<Consumer<String, byte[]>>> idle = new LinkedBlockingQueue<>();
    private final Supplier<Consumer<String, byte[]>> consumers;

    RecordReader(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
        for (int i = 0; i < CONSUMERS; i++) {
            idle.add(Optional.empty());
        }
    }

    /** Work with a consumer. */
    @FunctionalInterface
    private interface Reading<T> {

        T with(Consumer<String, byte[]> consumer);
    }

    private <T> T read(Reading<T> reading) throws InterruptedException {
        Consumer<String, byte[]> consumer = idle.take().orElse(null);
        boolean well = false;
        try {
            consumer = consumer == null ? consumers.get() : consumer;
            T result = reading.with(consumer);
            well = true;
            return result;
        } finally {
            if (!well && consumer != null) {
                consumer.close();
            }
            idle.add(well ? Optional.of(consumer) : Optional.empty());
        }
    }

    /** Returns the record at an offset; empty where it has that key no more, or is gone. */
    Optional<ConsumerRecord<String, byte[]>> at(TopicPartition partition, long offset, String key, Duration timeout)
        throws InterruptedException {
        return read(consumer -> {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            return next(consumer, deadline(timeout), record -> record.offset() >= offset)
                .filter(record -> record.offset() == offset && key.equals(record.key()));
        });
    }

    /**
     * Returns the first record with a key from a time on that is the one that is looked for.
     *
     * @param bytes how many bytes of other records are passed over at most
     */
    Optional<ConsumerRecord<String, byte[]>> find(String topic, String key, Instant from, long bytes, Duration timeout,
                                                  Predicate<ConsumerRecord<String, byte[]>> wanted) throws InterruptedException {
        return read(consumer -> {
            TopicPartition partition = partition(consumer, topic, key);
            consumer.assign(List.of(partition));
            OffsetAndTimestamp begin = consumer.offsetsForTimes(Map.of(partition, from.toEpochMilli())).get(partition);
            if (begin == null) {
                return Optional.empty();
            }
            consumer.seek(partition, begin.offset());
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            Budget left = new Budget(bytes);
            return next(consumer, deadline(timeout), record -> record.offset() >= end - 1 || left.isSpent(record)
                || key.equals(record.key()) && wanted.test(record)).filter(record -> key.equals(record.key()) && wanted.test(record));
        });
    }

    /** How much is still looked through. */
    private static final class Budget {

        private long bytes;

        Budget(long bytes) {
            this.bytes = bytes;
        }

        boolean isSpent(ConsumerRecord<String, byte[]> record) {
            bytes -= Math.max(0, record.serializedValueSize());
            return bytes < 0;
        }
    }

    private static TopicPartition partition(Consumer<String, byte[]> consumer, String topic, String key) {
        int partitions = consumer.partitionsFor(topic).size();
        return new TopicPartition(topic, Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions);
    }

    private static Optional<ConsumerRecord<String, byte[]>> next(Consumer<String, byte[]> consumer, long deadline,
                                                                Predicate<ConsumerRecord<String, byte[]>> ends) {
        do {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (ends.test(record)) {
                    return Optional.of(record);
                }
            }
        } while (System.nanoTime() < deadline);
        return Optional.empty();
    }

    private static long deadline(Duration timeout) {
        return System.nanoTime() + timeout.toNanos();
    }

    @Override
    public void close() {
        for (int i = 0; i < CONSUMERS; i++) {
            Optional.ofNullable(idle.poll()).flatMap(consumer -> consumer).ifPresent(Consumer::close);
        }
    }
}
