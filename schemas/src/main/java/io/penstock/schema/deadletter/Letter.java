package io.penstock.schema.deadletter;

import io.penstock.schema.digest.Sha256;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A dead letter as it is written: the source record whole where it is small, else a pointer to it, so that one can always be written.
 *
 * <p>A pointer has an empty value; its headers say where the source record lies ({@link DeadLetter}), how many bytes its value has and
 * their SHA-256. Where the source's key or headers are large they are left out too: the pointer leads to them.
 *
 * @param key     key of the source record, or its digest where it is large
 * @param value   value of the source record; empty for a pointer, null where the source has none
 * @param headers the original headers, and why and where the record was given up
 */
public record Letter(byte[] key, byte[] value, Headers headers) {

    /** Largest dead letter, in bytes: less than any topic takes unless it is told to. */
    public static final int MAX_BYTES = 1_000_000;

    private static final int MAX_KEY_BYTES = 16 * 1024;
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final String SIZE = DeadLetter.PREFIX + "source.bytes";
    private static final String DIGEST = DeadLetter.PREFIX + "source.sha256";

    /** Returns the letter that tells of a source record with this key, value and headers. */
    public static Letter of(DeadLetter why, byte[] key, byte[] value, Headers headers) {
        Headers original = DeadLetter.original(headers);
        boolean wholeHeaders = size(original) <= MAX_HEADER_BYTES;
        boolean wholeKey = key == null || key.length <= MAX_KEY_BYTES;
        Headers written = why.addTo(wholeHeaders ? original : new RecordHeaders());
        boolean whole = wholeHeaders && wholeKey && size(written) + length(key) + length(value) <= MAX_BYTES;
        if (!whole) {
            written.add(SIZE, bytes(Integer.toString(length(value)))).add(DIGEST, bytes(sha256(value)));
        }
        return new Letter(wholeKey ? key : bytes("sha256-" + sha256(key)), whole ? value : new byte[0], written);
    }

    /** Returns the letter that tells of a source record with this key as text. */
    public static Letter of(DeadLetter why, String key, byte[] value, Headers headers) {
        return of(why, key == null ? null : bytes(key), value, headers);
    }

    /** Returns whether headers are those of a pointer. */
    public static boolean isPointer(Headers headers) {
        return headers.lastHeader(DIGEST) != null;
    }

    /** Returns whether a value is the one that a pointer with these headers was made of. */
    public static boolean pointsTo(Headers headers, byte[] value) {
        return new String(headers.lastHeader(DIGEST).value(), StandardCharsets.UTF_8).equals(sha256(value));
    }

    /** Returns the bytes of the source record's value as a pointer's headers say; where they are no pointer's, of {@code value}. */
    public static int sourceBytes(Headers headers, byte[] value) {
        return isPointer(headers) ? (int) DeadLetter.number(headers, SIZE) : length(value);
    }

    /** Returns the key as text. */
    public String textKey() {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    private static int size(Headers headers) {
        int size = 0;
        for (Header header : headers) {
            // names are ASCII or take up to three bytes a character
            size += 3 * header.key().length() + length(header.value()) + 10;
        }
        return size;
    }

    private static int length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        return Sha256.hex(bytes == null ? new byte[0] : bytes);
    }
}
