package io.penstock.app.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.app.Numbers;
import io.penstock.app.client.Refusal;
import io.penstock.app.output.DocumentOutcome;
import io.penstock.app.output.DocumentOutcome.Loss;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Submission;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.LostPage;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class OutcomeTrackerTest {

    private final TopicCatalogue topics = TopicCatalogue.standard();
    private final OutcomeTracker tracker = new OutcomeTracker(topics, List.of("a", "b"));

    @Test
    void aDocumentIsCompleteWithTheLastNumberOfItsLastPage() {
        number("a", 1, 2, 0, 1);
        number("a", 2, 2, 1, 2);
        assertThat(outcomes()).isEmpty();
        number("a", 2, 2, 0, 2);

        assertThat(outcomes()).singleElement().satisfies(a -> assertThat(a.numbers())
            .extracting(RecognizedNumber::getPage, RecognizedNumber::getIndex)
            .containsExactly(tuple(1, 0), tuple(2, 0),
                tuple(2, 1)));
    }

    @Test
    void outcomesComeInTheOrderOfSubmission() {
        number("b", 1, 1, 0, 1);
        assertThat(outcomes()).isEmpty();
        number("a", 1, 1, 0, 1);
        assertThat(outcomes()).extracting(DocumentOutcome::document).containsExactly("a", "b");
        assertThat(tracker.isDone()).isTrue();
    }

    @Test
    void aNumberThatComesTwiceCountsOnce() {
        number("a", 1, 1, 0, 2);
        number("a", 1, 1, 0, 2);
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void aDeadLetterOfTheDocumentEndsIt() {
        deadLetter("a", "ingest", topics.documents().name(), new byte[] {1});
        assertThat(outcomes()).singleElement().satisfies(a -> assertThat(a.losses()).extracting(Loss::code).containsExactly("BROKEN"));
    }

    @Test
    void aDeadLetterOfAPageEndsOnlyThatPage() {
        RecordHeaders headers = headers("segment", topics.pages().name());
        new LostPage("a", new Submission("in", 0, 0L, Instant.EPOCH, "s"), 2, 2).addTo(headers);
        tracker.accept(record(topics.deadLetters().name(), "a", new byte[0], headers));
        assertThat(outcomes()).isEmpty();
        number("a", 1, 2, 0, 1);
        assertThat(outcomes()).isEmpty();
        number("a", 2, 2, 0, 1);
        assertThat(outcomes()).singleElement().satisfies(a -> {
            assertThat(a.numbers()).hasSize(2);
            assertThat(a.losses()).hasSize(1);
        });
    }

    @Test
    void aDeadLetterOfAPageThatCannotBeReadEndsTheDocument() {
        deadLetter("a", "segment", topics.pages().name(), new byte[] {1, 2, 3});
        assertThat(outcomes()).hasSize(1);
    }

    @Test
    void whatWasNeverSubmittedHasItsOutcomeToo() {
        tracker.refuse("a", new Refusal(Refusal.Code.FILE_UNREADABLE, "gone"));
        assertThat(outcomes()).singleElement().satisfies(a -> assertThat(a.losses())
            .containsExactly(new Loss("submit", "FILE_UNREADABLE", "gone")));
    }

    @Test
    void givingUpLeavesNoDocumentWithoutAnOutcomeAndKeepsWhatIsThere() {
        number("a", 1, 1, 0, 2);
        tracker.giveUp("no news");
        List<DocumentOutcome> outcomes = outcomes();
        assertThat(outcomes).hasSize(2).allSatisfy(one -> assertThat(one.losses()).extracting(Loss::code).containsExactly("NO_OUTCOME"));
        assertThat(outcomes.get(0).numbers()).hasSize(1);
        assertThat(tracker.isDone()).isTrue();
    }

    private void number(String document, int page, int pages, int index, int siblings) {
        RecognizedNumber number = Numbers.number(document, page, pages, index, siblings).build();
        tracker.accept(record(topics.numbers().name(), document, topics.numbers().values().serializer().serialize("", number),
            new RecordHeaders()));
    }

    private void deadLetter(String document, String stage, String source, byte[] value) {
        tracker.accept(record(topics.deadLetters().name(), document, value, headers(stage, source)));
    }

    private static RecordHeaders headers(String stage, String source) {
        return (RecordHeaders) new DeadLetter(stage, "BROKEN", "as ordered", source, 0, 0).addTo(new RecordHeaders());
    }

    private static ConsumerRecord<String, byte[]> record(String topic, String key, byte[] value, RecordHeaders headers) {
        return new ConsumerRecord<>(topic, 0, 0, 0, TimestampType.CREATE_TIME, 0, value.length, key, value, headers, Optional.empty());
    }

    private List<DocumentOutcome> outcomes() {
        List<DocumentOutcome> outcomes = new ArrayList<>();
        for (Optional<DocumentOutcome> next = tracker.next(); next.isPresent(); next = tracker.next()) {
            outcomes.add(next.get());
        }
        return outcomes;
    }
}
