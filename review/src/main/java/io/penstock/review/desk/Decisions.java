package io.penstock.review.desk;

import io.penstock.schema.LeaseDecision;
import io.penstock.schema.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of requests, read from the topic of decisions: whichever process decided, and only once it is committed. Thread-safe.
 *
 * <p>Follows the topic from its end when this starts: nobody waits for anything older. Where reading fails it goes on from where it was.
 */
public final class Decisions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Topic<LeaseDecision> topic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Runnable listener;
    private final Map<String, CompletableFuture<LeaseDecision>> awaited = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch following = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "review-decisions");
    private final CountDownLatch closed = new CountDownLatch(1);

    private Decisions(Topic<LeaseDecision> topic, Supplier<Consumer<String, byte[]>> consumers, Runnable listener) {
        this.topic = topic;
        this.consumers = consumers;
        this.listener = listener;
    }

    /** Begins to follow the topic; {@code listener} is told when something was decided. */
    public static Decisions follow(Topic<LeaseDecision> topic, Supplier<Consumer<String, byte[]>> consumers, Runnable listener) {
        Decisions decisions = new Decisions(topic, consumers, listener);
        decisions.thread.setDaemon(true);
        decisions.thread.start();
        return decisions;
    }

    /** Returns whether the topic is followed: a request that is sent from then on is not missed. */
    boolean isFollowing(Duration timeout) throws InterruptedException {
        return following.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns the decision on a request that is about to be sent; {@link #forget} it where it does not come. */
    CompletableFuture<LeaseDecision> await(String request) {
        return awaited.computeIfAbsent(request, id -> new CompletableFuture<>());
    }

    /** Nobody waits for the decision on a request any more. */
    void forget(String request) {
        awaited.remove(request);
    }

    private void run() {
        while (closed.getCount() > 0) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                follow(consumer);
            } catch (RuntimeException e) {
                // whatever it is: without this thread nobody learns of any decision
                LOG.warn("decisions can't be read, which is tried again: {}", e.toString());
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic.name());
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        positions.forEach(consumer::seek);
        partitions.forEach(partition -> positions.putIfAbsent(partition, consumer.position(partition)));
        following.countDown();
        while (closed.getCount() > 0) {
            boolean any = false;
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
                decided(record);
                any = true;
            }
            if (any) {
                listener.run();
            }
        }
    }

    private void decided(ConsumerRecord<String, byte[]> record) {
        try {
            LeaseDecision decision = topic.values().deserializer().deserialize(record.topic(), record.value());
            CompletableFuture<LeaseDecision> waiting = decision == null ? null : awaited.remove(decision.getRequest());
            if (waiting != null) {
                waiting.complete(decision);
            }
        } catch (SerializationException e) {
            LOG.warn("a record on {} is no decision: partition {}, offset {}", record.topic(), record.partition(), record.offset());
        }
    }

    private void pause() {
        try {
            closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    /** Without an interrupt, at which a consumer closes badly: it looks up soon enough. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
