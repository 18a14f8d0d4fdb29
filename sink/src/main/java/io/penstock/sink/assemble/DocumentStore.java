package io.penstock.sink.assemble;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.DocumentState;
import io.penstock.schema.PageState;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The documents under assembly: one small record a document, and one a page, so that a page or a correction rewrites only its own.
 *
 * <p>Holds no images. Belongs to one stream task and is not thread-safe.
 */
public final class DocumentStore {

    /** Name of the store of documents, by document id. */
    public static final String DOCUMENTS = "documents";
    /** Name of the store of pages. */
    public static final String PAGES = "pages";

    private final KeyValueStore<String, DocumentState> documents;
    private final KeyValueStore<String, PageState> pages;

    private DocumentStore(KeyValueStore<String, DocumentState> documents, KeyValueStore<String, PageState> pages) {
        this.documents = documents;
        this.pages = pages;
    }

    /** Returns the stores of a processor's task. */
    static DocumentStore of(ProcessorContext<?, ?> context) {
        return new DocumentStore(context.getStateStore(DOCUMENTS), context.getStateStore(PAGES));
    }

    /** Returns how far a document has come; empty where it is not known. */
    Optional<DocumentState> document(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    /** Returns the numbers of a page; none where it has not arrived. */
    List<AssembledNumber> page(String document, int number) {
        PageState page = pages.get(key(document, number));
        return page == null ? List.of() : page.getNumbers();
    }

    /** Records a document and the page of it that changed. */
    void put(String id, DocumentState document, int number, List<AssembledNumber> numbers) {
        documents.put(id, document);
        pages.put(key(id, number), new PageState(numbers));
    }

    /** Forgets a document and its pages. */
    void remove(String id, DocumentState document) {
        for (int number = 1; number <= document.getOpen().size(); number++) {
            pages.delete(key(id, number));
        }
        documents.delete(id);
    }

    /** Forgets every document that has not changed since a time. */
    void removeUnchangedSince(Instant time) {
        List<KeyValue<String, DocumentState>> old = new ArrayList<>();
        try (KeyValueIterator<String, DocumentState> all = documents.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.getChangedAt().isBefore(time)) {
                    old.add(entry);
                }
            });
        }
        old.forEach(entry -> remove(entry.key, entry.value));
    }

    /** Returns a complete document with all its numbers, by page. */
    RecognizedDocument result(String id, DocumentState document) {
        List<RecognizedNumber> numbers = new ArrayList<>();
        for (int number = 1; number <= document.getOpen().size(); number++) {
            page(id, number).forEach(entry -> numbers.add(entry.getNumber()));
        }
        return new RecognizedDocument(id, document.getSubmission(), document.getOpen().size(), numbers, document.getCompletedAt());
    }

    private static String key(String document, int page) {
        return page + "/" + document;
    }
}
