package io.penstock.app.drill;

import io.penstock.app.client.Delivery;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * Mishaps one after another against running stages, each with a good document behind it on the same partition.
 *
 * <p>Both are blank paper to whoever reads them, so a person is asked about them; the run answers for that person, and nothing is left
 * open. Used by one thread.
 */
public final class RehearsalRun implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final TopicCatalogue topics;
    private final Duration patience;
    private final Producer<String, byte[]> producer;
    private final TopicReader reader;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, RecognizedNumber> numbers = new HashMap<>();
    private final Map<String, RecognizedDocument> results = new HashMap<>();

    /** Begins a run against a pipeline with these topics; each document gets {@code patience} to end. */
    public RehearsalRun(KafkaClients clients, TopicCatalogue topics, Duration patience) {
        this.topics = topics;
        this.patience = patience;
        producer = clients.producer();
        reader = new TopicReader(clients.consumer(), List.of(topics.numbers(), topics.results(), topics.deadLetters()));
        reader.skipToEnd();
        reader.poll(Duration.ZERO);
    }

    /**
     * What became of one mishap.
     *
     * @param code   code of the dead letter; empty: there is none
     * @param next   time until the good document behind it was read; empty: it was not
     * @param status how the document ended; empty: it did not
     */
    public record Report(Optional<String> code, Optional<Duration> next, Optional<DocumentStatus> status) {

        /** Returns whether it is what had to become of a mishap: its code, and an end of both documents. */
        public boolean isAsExpected(Rehearsal rehearsal) {
            return code.equals(rehearsal.code()) && next.isPresent() && status.isPresent();
        }
    }

    /**
     * Lets one mishap happen.
     *
     * @throws InterruptedException                where the thread is interrupted while waiting
     * @throws org.apache.kafka.common.KafkaException where the cluster does not take the documents
     */
    public Report rehearse(Rehearsal rehearsal) throws InterruptedException {
        String id = "drill-" + run + "-" + rehearsal.name();
        String good = behind(id);
        Delivery.await(producer, List.of(producer.send(rehearsal.record(topics.documents().name(), id)),
            producer.send(new ProducerRecord<>(topics.documents().name(), good, DrillDocument.blankPaper()))), "cannot submit a drill");
        long sent = System.nanoTime();
        boolean read = await(() -> numbers.containsKey(good));
        Optional<Duration> next = read ? Optional.of(Duration.ofNanos(System.nanoTime() - sent)) : Optional.empty();
        await(() -> numbers.containsKey(id) || results.containsKey(id));
        answer(id);
        answer(good);
        await(() -> results.containsKey(id) && results.containsKey(good));
        return new Report(Optional.ofNullable(codes.get(id)), next.filter(time -> results.containsKey(good)),
            Optional.ofNullable(results.get(id)).map(RecognizedDocument::getStatus));
    }

    /** An id that goes to the same partition of every topic. */
    private String behind(String id) {
        int partitions = producer.partitionsFor(topics.documents().name()).size();
        int suffix = 0;
        while (partition(id + "-next-" + suffix, partitions) != partition(id, partitions)) {
            suffix++;
        }
        return id + "-next-" + suffix;
    }

    private static int partition(String id, int partitions) {
        return BuiltInPartitioner.partitionForKey(id.getBytes(StandardCharsets.UTF_8), partitions);
    }

    private void answer(String id) throws InterruptedException {
        RecognizedNumber number = numbers.get(id);
        if (number == null || number.getReview() == null) {
            return;
        }
        Correction empty = Correction.newBuilder().setReview(number.getReview()).setDocument(id).setOutcome(CorrectionOutcome.EMPTY)
            .setReviewer("drill").setCorrectedAt(Instant.now()).build();
        Delivery.await(producer, List.of(producer.send(new ProducerRecord<>(topics.corrections().name(), number.getReview(),
            topics.corrections().values().serializer().serialize(topics.corrections().name(), empty)))), "cannot answer for a drill");
    }

    private boolean await(BooleanSupplier condition) {
        for (long deadline = System.nanoTime() + patience.toNanos(); !condition.getAsBoolean() && System.nanoTime() < deadline;) {
            reader.poll(POLL).forEach(this::take);
        }
        return condition.getAsBoolean();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(topics.deadLetters().name())) {
            codes.put(record.key(), DeadLetter.of(record.headers()).code());
        } else if (record.topic().equals(topics.numbers().name())) {
            numbers.put(record.key(), TopicReader.value(topics.numbers(), record));
        } else {
            results.put(record.key(), TopicReader.value(topics.results(), record));
        }
    }

    @Override
    public void close() {
        reader.close();
        producer.close();
    }
}
