package io.penstock.schema.document;

import io.penstock.schema.Submission;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The names of one record of the topic of documents: the id of the document and the id of this submission of it.
 *
 * <p>The id is the key where that is text; else header {@code document-id}; else the digest of the key, or, without a key, the id of the
 * submission. Never one that two different keys may have. The submission has the UUID in header {@code submission}, so that a producer that
 * sends twice submits once; else one made of topic, partition, offset and time, which a topic that is made anew does not give again.
 *
 * @param id         id of the document, at most {@value #MAX_ID_BYTES} bytes as UTF-8
 * @param submission the submission
 */
public record SubmittedDocument(String id, Submission submission) {

    /** Header: id of the document, where the record's key is none. */
    public static final String DOCUMENT_HEADER = "document-id";
    /** Header: UUID of the submission. */
    public static final String SUBMISSION_HEADER = "submission";
    /** Longest id of a document, in bytes as UTF-8. */
    static final int MAX_ID_BYTES = 1024;

    /** Returns the names of the record with this key and these headers at a place; {@code timestamp} in milliseconds. */
    public static SubmittedDocument of(byte[] key, Headers headers, String topic, int partition, long offset, long timestamp) {
        String submission = given(headers).orElseGet(() -> made(topic, partition, offset, timestamp));
        String id = text(key).or(() -> text(header(headers, DOCUMENT_HEADER)))
            .orElseGet(() -> key == null || key.length == 0 ? submission : digest(key));
        return new SubmittedDocument(id, new Submission(topic, partition, offset, Instant.ofEpochMilli(timestamp), submission));
    }

    private static Optional<String> given(Headers headers) {
        return text(header(headers, SUBMISSION_HEADER)).flatMap(SubmittedDocument::uuid);
    }

    private static Optional<String> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String made(String topic, int partition, long offset, long timestamp) {
        String place = topic + " " + partition + " " + offset + " " + timestamp;
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static byte[] header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : header.value();
    }

    /** Numbers as eight bytes are valid UTF-8 too, most of it control characters. */
    private static Optional<String> text(byte[] bytes) {
        if (bytes == null || bytes.length == 0 || bytes.length > MAX_ID_BYTES) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.chars().anyMatch(Character::isISOControl) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String digest(byte[] key) {
        try {
            return "sha256-" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
