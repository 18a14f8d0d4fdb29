package io.penstock.app.read;

import io.penstock.app.client.Refusal;
import io.penstock.app.client.TopicReader;
import io.penstock.app.output.DocumentOutcome;
import io.penstock.app.output.DocumentOutcome.Loss;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.LostPage;
import io.penstock.schema.deadletter.ReplayMark;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Knows which submitted documents have their outcome: a dead letter of the whole, or every number of every page. A page that is lost has
 * one number: a person is asked to read it.
 *
 * <p>Outcomes are given out in the order in which the documents were announced. Used by one thread.
 */
final class OutcomeTracker {

    private final TopicCatalogue topics;
    private final Map<String, DocumentProgress> pending = new HashMap<>();
    private final Queue<String> order = new ArrayDeque<>();

    /** Waits for these documents, each id once. */
    OutcomeTracker(TopicCatalogue topics, Collection<String> documents) {
        this.topics = topics;
        for (String document : documents) {
            pending.put(document, new DocumentProgress(document));
            order.add(document);
        }
    }

    /** Takes a record of the topic of numbers or of dead letters; others, and documents not waited for, mean nothing here. */
    void accept(ConsumerRecord<String, byte[]> record) {
        DocumentProgress progress = pending.get(record.key());
        if (progress == null) {
            return;
        }
        if (record.topic().equals(topics.numbers().name())) {
            progress.add(TopicReader.value(topics.numbers(), record));
        } else if (record.topic().equals(topics.deadLetters().name())) {
            if (ReplayMark.of(record.headers()).isEmpty()) {
                acceptDeadLetter(progress, record);
            }
        }
    }

    private void acceptDeadLetter(DocumentProgress progress, ConsumerRecord<String, byte[]> record) {
        DeadLetter letter = DeadLetter.of(record.headers());
        Loss loss = new Loss(letter.stage(), letter.code(), letter.message());
        boolean onePage = LostPage.of(record.headers()).filter(lost -> lost.page() > 0).isPresent();
        if (onePage) {
            progress.losePage(loss);
        } else {
            progress.lose(loss);
        }
    }

    /** Takes the news that a document was not even submitted. */
    void refuse(String document, Refusal refusal) {
        pending.get(document).lose(new Loss("submit", refusal.code().name(), refusal.message()));
    }

    /** Gives up every document that has no outcome yet: each gets the same one. */
    void giveUp(String message) {
        Loss loss = new Loss("read", Refusal.Code.NO_OUTCOME.name(), message);
        pending.values().stream().filter(progress -> !progress.isComplete()).forEach(progress -> progress.lose(loss));
    }

    /** Returns the outcome of the next document in order, once; empty while it is not complete or none is left. */
    Optional<DocumentOutcome> next() {
        if (order.isEmpty() || !pending.get(order.peek()).isComplete()) {
            return Optional.empty();
        }
        return Optional.of(pending.remove(order.remove()).outcome());
    }

    /** Returns whether all outcomes were given out. */
    boolean isDone() {
        return order.isEmpty();
    }
}
