package io.penstock.sink.assemble;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.DocumentState;
import io.penstock.schema.PageState;
import io.penstock.schema.RecognizedNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The documents under assembly: one small record a document, and one a page, so that a page or a correction rewrites only its own; and
 * an index by the day of the last change, so that nobody looks through all of them for the old ones.
 *
 * <p>Holds no images. Belongs to one stream task and is not thread-safe.
 */
public final class DocumentStore {

    /** Name of the store of documents, by document id. */
    public static final String DOCUMENTS = "documents";
    /** Name of the store of pages. */
    public static final String PAGES = "pages";
    /** Name of the index: keys are a day, as {@code 2026-01-31}, a slash and a document id; values are empty. */
    public static final String DAYS = "documents-by-day";

    private static final byte[] NOTHING = {};

    private final KeyValueStore<String, DocumentState> documents;
    private final KeyValueStore<String, PageState> pages;
    private final KeyValueStore<String, byte[]> days;

    private DocumentStore(KeyValueStore<String, DocumentState> documents, KeyValueStore<String, PageState> pages,
                          KeyValueStore<String, byte[]> days) {
        this.documents = documents;
        this.pages = pages;
        this.days = days;
    }

    /** Returns the stores of a processor's task. */
    static DocumentStore of(ProcessorContext<?, ?> context) {
        return new DocumentStore(context.getStateStore(DOCUMENTS), context.getStateStore(PAGES), context.getStateStore(DAYS));
    }

    /** Fills the index where it is empty and documents are not: the state was written by a version without it. */
    void index() {
        try (KeyValueIterator<String, byte[]> indexed = days.all(); KeyValueIterator<String, DocumentState> all = documents.all()) {
            if (!indexed.hasNext()) {
                all.forEachRemaining(entry -> days.put(day(entry.key, entry.value), NOTHING));
            }
        }
    }

    /** Returns how far a document has come; empty where it is not known. A version that did not count results had sent one. */
    Optional<DocumentState> document(String id) {
        return Optional.ofNullable(documents.get(id)).map(state -> state.getVersion() == 0 && state.getCompletedAt() != null
            ? DocumentState.newBuilder(state).setVersion(1).build() : state);
    }

    /** Returns the numbers of a page; none where it has not arrived. */
    List<AssembledNumber> page(String document, int number) {
        PageState page = pages.get(key(document, number));
        return page == null ? List.of() : page.getNumbers();
    }

    /** Returns all numbers of a document, by page. */
    List<RecognizedNumber> numbers(String id, DocumentState document) {
        List<RecognizedNumber> numbers = new ArrayList<>();
        for (int number = 1; number <= document.getOpen().size(); number++) {
            page(id, number).forEach(entry -> numbers.add(entry.getNumber()));
        }
        return numbers;
    }

    /** Records a document and the page of it that changed. */
    void put(String id, DocumentState document, int number, List<AssembledNumber> numbers) {
        put(id, document);
        pages.put(key(id, number), new PageState(numbers));
    }

    /** Records a document. */
    void put(String id, DocumentState document) {
        String day = day(id, document);
        Optional<String> before = document(id).map(state -> day(id, state)).filter(old -> !old.equals(day));
        before.ifPresent(days::delete);
        documents.put(id, document);
        days.put(day, NOTHING);
    }

    /** Forgets a document and its pages. */
    void remove(String id, DocumentState document) {
        for (int number = 1; number <= document.getOpen().size(); number++) {
            pages.delete(key(id, number));
        }
        documents.delete(id);
        days.delete(day(id, document));
    }

    /** Returns the ids of all documents that have not changed since a time. */
    List<String> unchangedSince(Instant time) {
        List<String> old = new ArrayList<>();
        String end = date(time).plusDays(1) + "/";
        try (KeyValueIterator<String, byte[]> range = days.range("0000-01-01/", end)) {
            range.forEachRemaining(entry -> {
                String id = entry.key.substring(entry.key.indexOf('/') + 1);
                document(id).filter(state -> state.getChangedAt().isBefore(time)).ifPresent(state -> old.add(id));
            });
        }
        return old;
    }

    private static String day(String document, DocumentState state) {
        return date(state.getChangedAt()) + "/" + document;
    }

    private static LocalDate date(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String key(String document, int page) {
        return page + "/" + document;
    }
}
