package io.penstock.app.read;

import io.penstock.app.client.Refusal;
import io.penstock.app.client.TopicReader;
import io.penstock.app.output.DocumentOutcome;
import io.penstock.app.output.DocumentOutcome.Loss;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Page;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.LostPage;
import io.penstock.schema.deadletter.ReplayMark;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Knows which submitted documents have their outcome: a dead letter, or every number of every page.
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
        Optional<LostPage> lost = LostPage.of(record.headers());
        OptionalInt pages = lost.isEmpty() ? pageCount(letter.topic(), record)
            : lost.get().page() == 0 ? OptionalInt.empty() : OptionalInt.of(lost.get().count());
        if (pages.isPresent()) {
            progress.losePage(loss, pages.getAsInt());
        } else {
            progress.lose(loss);
        }
    }

    /** Returns how many pages the document has whose page the dead letter is; empty where the letter is the whole document. */
    private OptionalInt pageCount(String source, ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() == null) {
                return OptionalInt.empty();
            }
            if (source.equals(topics.pages().name())) {
                Page page = decode(topics.pages(), record);
                return OptionalInt.of(page.getCount());
            }
            if (source.equals(topics.glyphs().name())) {
                SegmentedPage page = decode(topics.glyphs(), record);
                return OptionalInt.of(page.getCount());
            }
            if (source.equals(topics.readings().name())) {
                ClassifiedPage page = decode(topics.readings(), record);
                return OptionalInt.of(page.getCount());
            }
            return OptionalInt.empty();
        } catch (SerializationException unreadable) {
            return OptionalInt.empty();
        }
    }

    private static <V> V decode(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        return topic.values().deserializer().deserialize(topic.name(), record.value());
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
