package io.penstock.schema.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.Submission;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class LetterTest {

    private static final DeadLetter WHY = new DeadLetter("ingest", "TIMEOUT", "too slow", "penstock.documents", 3, 42);

    @Test
    void aSmallRecordIsWhole() {
        Letter letter = Letter.of(WHY, "a.pdf", new byte[900_000], new RecordHeaders().add("form", new byte[] {'t'}));
        assertThat(letter.value()).hasSize(900_000);
        assertThat(letter.textKey()).isEqualTo("a.pdf");
        assertThat(Letter.isPointer(letter.headers())).isFalse();
        assertThat(DeadLetter.of(letter.headers())).isEqualTo(WHY);
        assertThat(letter.headers().lastHeader("form")).isNotNull();
    }

    @Test
    void aTombstoneStaysOne() {
        assertThat(Letter.of(WHY, "a.pdf", null, new RecordHeaders()).value()).isNull();
    }

    @Test
    void aLargeRecordIsAPointerWithADigest() {
        byte[] value = new byte[70_000_000];
        value[5] = 1;
        Letter letter = Letter.of(WHY, "a.pdf", value, new RecordHeaders().add("form", new byte[] {'t'}));
        assertThat(letter.value()).isEmpty();
        assertThat(Letter.isPointer(letter.headers())).isTrue();
        assertThat(Letter.sourceBytes(letter.headers(), letter.value())).isEqualTo(70_000_000);
        assertThat(Letter.pointsTo(letter.headers(), value)).isTrue();
        assertThat(Letter.pointsTo(letter.headers(), new byte[70_000_000])).isFalse();
        assertThat(letter.headers().lastHeader("form")).isNotNull();
    }

    @Test
    void keysHeadersAndMessagesOfAnySizeMakeALetterThatAnyTopicTakes() {
        Headers headers = new RecordHeaders();
        for (int i = 0; i < 1000; i++) {
            headers.add("name" + i, new byte[10_000]);
        }
        DeadLetter wordy = new DeadLetter("ingest", "TIMEOUT", "x".repeat(5_000_000), "penstock.documents", 3, 42);
        Letter letter = Letter.of(wordy, new byte[6_000_000], new byte[] {1}, headers);
        int size = letter.key().length + letter.value().length;
        for (var header : letter.headers()) {
            size += header.key().length() + header.value().length;
        }
        assertThat(size).isLessThan(10_000);
        assertThat(letter.textKey()).startsWith("sha256-");
        assertThat(Letter.isPointer(letter.headers())).isTrue();
    }

    @Test
    void whatAProducerWritesIntoOurHeadersIsNotBelieved() {
        Headers forged = new RecordHeaders().add("penstock.source.sha256", new byte[] {1}).add("penstock.code", new byte[] {2});
        assertThat(Letter.isPointer(Letter.of(WHY, "a", new byte[1], forged).headers())).isFalse();
    }

    @Test
    void whatIsMissingStandsBesideIt() {
        LostPage lost = new LostPage("a b", new Submission("my documents-1", 3, 42L, Instant.ofEpochMilli(1_700_000_000_123L), "id"), 2, 5);
        Headers headers = lost.addTo(Letter.of(WHY, "a", new byte[1], new RecordHeaders()).headers());
        assertThat(LostPage.of(headers)).contains(lost);
        assertThat(DeadLetter.original(headers)).isEmpty();
        assertThat(LostPage.of(new RecordHeaders())).isEmpty();
        Headers strange = new RecordHeaders().add("penstock.submission", new byte[] {'x'}).add("penstock.page", new byte[0]);
        assertThat(LostPage.of(strange)).isEmpty();
    }
}
