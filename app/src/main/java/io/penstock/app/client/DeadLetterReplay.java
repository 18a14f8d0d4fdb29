package io.penstock.app.client;

import io.penstock.app.client.DeadLetterBox.Entry;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.document.SubmittedDocument;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Headers;

/**
 * The sending of dead letters to where they came from, each once: letter and note that it was replayed are one transaction.
 *
 * <p>A letter whose document was submitted again since is left: replayed, it would supersede what is newer.
 */
public final class DeadLetterReplay {

    private final KafkaClients clients;
    private final TopicCatalogue topics;
    private final boolean superseding;

    /** Replays dead letters of the pipeline with these topics; {@code superseding}: also where there is a later submission. */
    public DeadLetterReplay(KafkaClients clients, TopicCatalogue topics, boolean superseding) {
        this.clients = clients;
        this.topics = topics;
        this.superseding = superseding;
    }

    /** What became of one letter. */
    public enum Result {
        /** It is where it came from. */
        REPLAYED,
        /** It was left because the document was submitted again since. */
        SUPERSEDED,
        /** Its bytes are no longer where it points to. */
        GONE,
        /** The cluster did not take it. */
        FAILED
    }

    /**
     * What became of one letter.
     *
     * @param document document id, or the key of another record
     * @param result   what became of it
     * @param message  why, where it was not replayed
     */
    public record Report(String document, Result result, String message) {
    }

    /**
     * Replays the chosen letters that were not replayed before.
     *
     * @param reports gets what became of each, in order
     * @throws KafkaException where the cluster lets nobody go on: another replay has begun, or rights are missing
     */
    public void replay(Predicate<Entry> chosen, Consumer<Report> reports) {
        Predicate<Entry> due = entry -> !entry.replayed() && chosen.test(entry);
        DeadLetterBox box = new DeadLetterBox(clients, topics);
        List<LaterSubmissions.Place> places = new ArrayList<>();
        box.forEach(entry -> Optional.ofNullable(LaterSubmissions.of(entry, topics.documents())).filter(place -> due.test(entry))
            .ifPresent(places::add));
        try (SourceRecords sources = new SourceRecords(clients.consumer());
             var documents = clients.consumer();
             Producer<String, byte[]> producer = clients.transactionalProducer(topics.deadLetters().name() + "-replay")) {
            LaterSubmissions later = LaterSubmissions.find(documents, topics.documents(), places);
            producer.initTransactions();
            box.forEach(entry -> {
                if (due.test(entry)) {
                    reports.accept(!superseding && later.isSuperseded(entry)
                        ? new Report(entry.document(), Result.SUPERSEDED, "it was submitted again since")
                        : replay(entry, sources, producer));
                }
            });
        }
    }

    private Report replay(Entry entry, SourceRecords sources, Producer<String, byte[]> producer) {
        Optional<ProducerRecord<String, byte[]>> original = original(entry, sources);
        if (original.isEmpty()) {
            return new Report(entry.document(), Result.GONE, "its " + entry.sourceBytes() + " bytes are no longer at " + entry.why().topic()
                + ", partition " + entry.why().partition() + ", offset " + entry.why().offset());
        }
        producer.beginTransaction();
        try {
            Future<RecordMetadata> sent = producer.send(original.get());
            Future<RecordMetadata> marked = producer.send(new ProducerRecord<>(topics.deadLetters().name(), entry.place().partition(),
                entry.document(), new byte[0], entry.place().headers()));
            sent.get();
            marked.get();
            producer.commitTransaction();
            return new Report(entry.document(), Result.REPLAYED, "");
        } catch (ProducerFencedException e) {
            throw new KafkaException("another replay has begun", e);
        } catch (KafkaException | ExecutionException e) {
            producer.abortTransaction();
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            return new Report(entry.document(), Result.FAILED, cause.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            producer.abortTransaction();
            throw new KafkaException("interrupted", e);
        }
    }

    private Optional<ProducerRecord<String, byte[]>> original(Entry entry, SourceRecords sources) {
        String topic = entry.why().topic();
        if (entry.pointer() == null) {
            return Optional.of(new ProducerRecord<>(topic, null, entry.document(), entry.bytes(), headers(topic, entry.headers())));
        }
        return sources.find(entry).map(record -> new ProducerRecord<>(topic, null, key(entry, record), record.value(),
            headers(topic, DeadLetter.original(record.headers()))));
    }

    /** A document that is sent again is another submission: the first one has ended. */
    private Headers headers(String topic, Headers original) {
        return topic.equals(topics.documents().name()) ? original.remove(SubmittedDocument.SUBMISSION_HEADER) : original;
    }

    /** A document without a key was named by its place, which names it no more. */
    private static String key(Entry entry, ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? entry.document() : record.key();
    }
}
