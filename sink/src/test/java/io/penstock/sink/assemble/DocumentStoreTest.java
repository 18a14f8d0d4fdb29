package io.penstock.sink.assemble;

import static io.penstock.sink.Readings.submission;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.DocumentState;
import io.penstock.schema.PageState;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentStoreTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final MockProcessorContext<String, Emission> context = new MockProcessorContext<>();
    private DocumentStore store;

    @BeforeEach
    void open() {
        TopicCatalogue topics = TopicCatalogue.standard();
        add(Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(DocumentStore.DOCUMENTS), Serdes.String(),
            topics.format().inStage(DocumentState.class)).withLoggingDisabled().build());
        add(Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(DocumentStore.PAGES), Serdes.String(),
            topics.format().inStage(PageState.class)).withLoggingDisabled().build());
        add(Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(DocumentStore.DAYS), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled().build());
        store = DocumentStore.of(context);
    }

    private void add(KeyValueStore<String, ?> made) {
        made.init(context.getStateStoreContext(), made);
        context.addStateStore(made);
    }

    private static DocumentState changed(Instant time) {
        return DocumentState.newBuilder().setSubmission(submission(5)).setOpen(List.of(0, 1)).setChangedAt(time).build();
    }

    private List<String> days() {
        List<String> days = new ArrayList<>();
        KeyValueStore<String, byte[]> index = context.getStateStore(DocumentStore.DAYS);
        try (KeyValueIterator<String, byte[]> all = index.all()) {
            all.forEachRemaining(entry -> days.add(entry.key));
        }
        return days;
    }

    @Test
    void aDocumentIsFoundByTheDayOfItsLastChange() {
        store.put("a/b", changed(NOON));
        assertThat(days()).containsExactly("2026-01-31/a/b");
        store.put("a/b", changed(NOON.plusSeconds(60)));
        assertThat(days()).containsExactly("2026-01-31/a/b");
        store.put("a/b", changed(NOON.plusSeconds(86_400)));
        assertThat(days()).containsExactly("2026-02-01/a/b");
    }

    @Test
    void whatChangedBeforeATimeIsOldEvenOnItsDay() {
        store.put("before", changed(NOON.minusMillis(1)));
        store.put("at", changed(NOON));
        store.put("after", changed(NOON.plusSeconds(60)));
        store.put("next", changed(NOON.plusSeconds(86_400)));
        store.put("long ago", changed(Instant.EPOCH));
        assertThat(store.unchangedSince(NOON)).containsExactlyInAnyOrder("before", "long ago");
    }

    @Test
    void stateOfAVersionWithoutAnIndexIsIndexed() {
        context.<KeyValueStore<String, DocumentState>>getStateStore(DocumentStore.DOCUMENTS).put("old", changed(NOON));
        assertThat(store.unchangedSince(NOON.plusSeconds(1))).isEmpty();
        store.index();
        assertThat(store.unchangedSince(NOON.plusSeconds(1))).containsExactly("old");
    }

    @Test
    void anIndexThatIsThereIsNotMadeAnew() {
        store.put("new", changed(NOON));
        context.<KeyValueStore<String, DocumentState>>getStateStore(DocumentStore.DOCUMENTS).put("unknown", changed(NOON));
        store.index();
        assertThat(days()).containsExactly("2026-01-31/new");
    }

    @Test
    void aDocumentThatIsForgottenLeavesNothing() {
        store.put("doc", changed(NOON));
        List<AssembledNumber> numbers = List.of(AssembledNumber.newBuilder().setNumber(ProgressTest.machine("a", "1")).build());
        store.putPage("doc", 1, numbers);
        store.putPage("doc", 2, numbers);
        assertThat(store.page("doc", 2)).isEqualTo(numbers);
        assertThat(store.numbers("doc", changed(NOON))).hasSize(2);
        store.remove("doc", changed(NOON));
        assertThat(store.document("doc")).isEmpty();
        assertThat(store.page("doc", 1)).isEmpty();
        assertThat(store.page("doc", 2)).isEmpty();
        assertThat(days()).isEmpty();
    }

    @Test
    void aVersionThatDidNotCountHadSentOneResult() {
        store.put("open", changed(NOON));
        store.put("complete", DocumentState.newBuilder(changed(NOON)).setCompletedAt(NOON).build());
        store.put("twice", DocumentState.newBuilder(changed(NOON)).setCompletedAt(NOON).setVersion(2).build());
        assertThat(List.of("open", "complete", "twice")).extracting(id -> store.document(id).orElseThrow().getVersion())
            .containsExactly(0, 1, 2);
    }
}
