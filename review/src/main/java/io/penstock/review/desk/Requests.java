package io.penstock.review.desk;

import io.penstock.review.lease.Refusal;
import io.penstock.schema.LeaseDecision;
import io.penstock.schema.LeaseRequest;
import io.penstock.schema.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends requests about tasks to their topic and waits for what becomes of them. Thread-safe. */
final class Requests {

    /** Less than a browser waits, which then sends the same again. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Topic<LeaseRequest> topic;
    private final Producer<String, byte[]> producer;
    private final Decisions decisions;

    Requests(Topic<LeaseRequest> topic, Producer<String, byte[]> producer, Decisions decisions) {
        this.topic = topic;
        this.producer = producer;
        this.decisions = decisions;
    }

    /**
     * Returns the decision on a request.
     *
     * @throws DeskException where it is refused, or no decision comes
     */
    LeaseDecision decide(LeaseRequest request) throws InterruptedException {
        LeaseDecision decision = decideAll(List.of(request)).stream().findFirst().orElseThrow(() -> new DeskException("NOT_DECIDED",
            "nobody has decided on it yet: the review stage is away or moves; the same again is safe, it counts once"));
        if (decision.getRefusal() != null) {
            throw new DeskException(decision.getRefusal(), advice(decision.getRefusal()));
        }
        return decision;
    }

    /** A newer version of the stage may refuse for reasons that this one does not know. */
    private static String advice(String code) {
        return Stream.of(Refusal.values()).filter(refusal -> refusal.name().equals(code)).map(Refusal::advice).findFirst()
            .orElse("it was refused; go on with another task");
    }

    /** Returns the decisions that come in time on requests, refusals too. */
    List<LeaseDecision> decideAll(List<LeaseRequest> requests) throws InterruptedException {
        if (!decisions.isFollowing(PATIENCE)) {
            return List.of();
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<CompletableFuture<LeaseDecision>> awaited = requests.stream().map(request -> decisions.await(request.getId())).toList();
        List<LeaseDecision> decided = new ArrayList<>();
        try {
            for (Future<RecordMetadata> sent : requests.stream().map(this::send).toList()) {
                delivered(sent);
            }
            for (CompletableFuture<LeaseDecision> future : awaited) {
                next(future, deadline).ifPresent(decided::add);
            }
        } finally {
            requests.forEach(request -> decisions.forget(request.getId()));
        }
        return decided;
    }

    private Future<RecordMetadata> send(LeaseRequest request) {
        byte[] bytes = topic.values().serializer().serialize(topic.name(), request);
        return producer.send(new ProducerRecord<>(topic.name(), request.getReview(), bytes));
    }

    private static void delivered(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DeskException("NOT_DECIDED", "Kafka does not take the request (" + e.getMessage()
                + "); the same again is safe, it counts once");
        }
    }

    private static Optional<LeaseDecision> next(CompletableFuture<LeaseDecision> future, long deadline) throws InterruptedException {
        try {
            return Optional.of(future.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a decision is never a failure", e);
        }
    }
}
