package io.penstock.app.whole;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * What came out of a pipeline, committed records only: how often each number and each result of a document, and which dead letters.
 *
 * <p>Follows the topics on a thread of its own, and answers there what a person is asked: nothing is written. Thread-safe.
 */
final class Ledger implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final TopicCatalogue topics = TopicCatalogue.standard();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> results = new HashMap<>();
    private final Map<String, Integer> deadLetters = new HashMap<>();
    private final Map<String, Long> ended = new HashMap<>();
    private final Producer<String, byte[]> answers;
    private final Thread follower;
    private int newest = -1;
    private long booked = System.nanoTime();
    private boolean closing;

    Ledger(KafkaClients clients) {
        answers = clients.producer();
        follower = new Thread(() -> follow(clients), "ledger");
        follower.start();
    }

    private void follow(KafkaClients clients) {
        List<Topic<?>> followed = List.of(topics.numbers(), topics.results(), topics.deadLetters());
        try (TopicReader reader = new TopicReader(clients.consumer(), followed)) {
            while (!isClosing()) {
                try {
                    reader.poll(POLL).forEach(this::book);
                } catch (KafkaException e) {
                    Thread.onSpinWait(); // a broker is away: the next poll asks another
                }
            }
        }
    }

    private synchronized void book(ConsumerRecord<String, byte[]> record) {
        booked = System.nanoTime();
        if (record.topic().equals(topics.numbers().name())) {
            RecognizedNumber number = TopicReader.value(topics.numbers(), record);
            numbers.merge(number.getDocument() + "/" + number.getPage() + "/" + number.getField() + "/" + number.getSource(), 1,
                Integer::sum);
            if (number.getStatus() == NumberStatus.REVIEW) {
                answer(number);
            }
        } else if (record.topic().equals(topics.results().name())) {
            results.merge(record.key(), 1, Integer::sum);
            newest = Math.max(newest, Integer.parseInt(record.key().substring(record.key().indexOf('-') + 1)));
            end(record.key());
        } else {
            deadLetters.merge(record.key(), 1, Integer::sum);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // an answer that is lost is missed with its document
    private void answer(RecognizedNumber number) {
        Correction empty = Correction.newBuilder().setReview(number.getReview()).setDocument(number.getDocument())
            .setOutcome(CorrectionOutcome.EMPTY).setReviewer("ledger").setCorrectedAt(Instant.now()).build();
        answers.send(new ProducerRecord<>(topics.corrections().name(), number.getReview(),
            topics.corrections().values().serializer().serialize(topics.corrections().name(), empty)));
    }

    private void end(String document) {
        ended.putIfAbsent(document, System.nanoTime());
        notifyAll();
    }

    /** Returns when a document of this number or a later one has its result. */
    void awaitDocument(int number, Duration atMost) throws InterruptedException {
        await(() -> newest >= number, atMost);
    }

    /** Returns when the first so many documents have ended, in whatever order. */
    void awaitAll(int documents, Duration atMost) throws InterruptedException {
        await(() -> IntStream.range(0, documents).allMatch(i -> ended.containsKey("doc-" + i)), atMost);
    }

    /** Returns when nothing new has come for a while: records of one transaction on several topics are not seen at the same moment. */
    void awaitQuiet() throws InterruptedException {
        while (System.nanoTime() - lastBooked() < QUIET.toNanos()) {
            Thread.sleep(POLL.toMillis());
        }
    }

    private synchronized long lastBooked() {
        return booked;
    }

    private synchronized void await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("after " + atMost.toSeconds() + " s: " + ended.size() + " documents have ended, the newest is "
                    + newest);
            }
            wait(left);
        }
    }

    /** Returns when each document ended, by the clock of {@link System#nanoTime}. */
    synchronized Map<String, Long> ended() {
        return Map.copyOf(ended);
    }

    synchronized Map<String, Integer> numbers() {
        return Map.copyOf(numbers);
    }

    synchronized Map<String, Integer> results() {
        return Map.copyOf(results);
    }

    synchronized Map<String, Integer> deadLetters() {
        return Map.copyOf(deadLetters);
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        try {
            follower.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answers.close();
    }
}
