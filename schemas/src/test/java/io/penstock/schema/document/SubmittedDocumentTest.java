package io.penstock.schema.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmittedDocumentTest {

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "Straße 7/überweisung.pdf", "日本", "caf%E9.pdf", "\uD83D\uDE00"})
    void aKeyThatIsTextIsTheId(String key) {
        assertThat(of(utf8(key), new RecordHeaders(), 0).id()).isEqualTo(key);
    }

    @Test
    void aKeyThatIsNoTextIsNamedByTheHeaderOrItsDigest() {
        byte[] number = ByteBuffer.allocate(8).putLong(42).array();
        assertThat(of(number, new RecordHeaders().add("document-id", utf8("form-42")), 0).id()).isEqualTo("form-42");
        assertThat(of(number, new RecordHeaders(), 0).id()).startsWith("sha256-").hasSize(7 + 64);
        assertThat(of(new byte[2000], new RecordHeaders(), 0).id()).startsWith("sha256-");
    }

    @Property
    void differentKeysAreDifferentDocuments(@ForAll @Size(min = 1, max = 16) byte[] one, @ForAll @Size(min = 1, max = 16) byte[] other) {
        boolean sameKey = ByteBuffer.wrap(one).equals(ByteBuffer.wrap(other));
        assertThat(of(one, new RecordHeaders(), 0).id().equals(of(other, new RecordHeaders(), 1).id())).isEqualTo(sameKey);
        assertThat(of(one, new RecordHeaders(), 0).id()).doesNotContain("\uFFFD");
    }

    @Test
    void withoutAKeyEachRecordIsADocumentEvenWhereTheTopicIsMadeAnew() {
        String first = SubmittedDocument.of(null, new RecordHeaders(), "documents", 0, 0, 1000).id();
        String afterwards = SubmittedDocument.of(null, new RecordHeaders(), "documents", 0, 0, 2000).id();
        assertThat(first).isNotEqualTo(afterwards);
        assertThat(SubmittedDocument.of(null, new RecordHeaders(), "documents", 0, 0, 1000).id()).isEqualTo(first);
    }

    @Test
    void aProducerMayNameTheSubmission() {
        UUID id = UUID.fromString("0b5e1f2a-8a6e-4b1f-9c3d-1e2f3a4b5c6d");
        assertThat(of(utf8("a"), new RecordHeaders().add("submission", utf8(id.toString())), 7).submission().getId())
            .isEqualTo(id.toString());
        assertThat(of(utf8("a"), new RecordHeaders().add("submission", utf8("Monday's")), 7).submission().getId())
            .isEqualTo(of(utf8("a"), new RecordHeaders(), 7).submission().getId());
    }


    private static SubmittedDocument of(byte[] key, Headers headers, long offset) {
        return SubmittedDocument.of(key, headers, "documents", 0, offset, 1000 + offset);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
