package io.penstock.schema.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private static final DeadLetter LETTER = new DeadLetter("ingest", "PDF_ENCRYPTED", "needs a password", "penstock.documents", 3, 42);

    @Test
    void headersSayWhyAndWhereFrom() {
        assertThat(DeadLetter.of(LETTER.addTo(new RecordHeaders()))).isEqualTo(LETTER);
    }

    @Test
    void aReplaySendsTheOriginalHeadersOnly() {
        RecordHeaders original = new RecordHeaders();
        original.add("form", "tally".getBytes(StandardCharsets.UTF_8));
        assertThat(DeadLetter.original(LETTER.addTo(original))).isEqualTo(original);
    }

    @Test
    void aSecondFailureReplacesTheFirst() {
        DeadLetter second = new DeadLetter("ingest", "TIMEOUT", "", "penstock.documents", 0, 1);
        assertThat(DeadLetter.of(second.addTo(LETTER.addTo(new RecordHeaders())))).isEqualTo(second);
    }

    @Test
    void strangeRecordsOfTheTopicAreNoError() {
        assertThat(DeadLetter.of(new RecordHeaders()).code()).isEqualTo("UNKNOWN");
    }
}
