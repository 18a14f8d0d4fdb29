package io.penstock.schema.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The note, on the topic of dead letters itself, that one of them was replayed: a record with that letter's key, no value, and a header
 * with its place.
 *
 * @param partition partition of the dead letter
 * @param offset    its offset
 */
public record ReplayMark(int partition, long offset) {

    private static final String REPLAYED = DeadLetter.PREFIX + "replayed";

    /** Returns the headers of the note. */
    public Headers headers() {
        return new RecordHeaders().add(REPLAYED, (partition + " " + offset).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns what a record with these headers notes; empty where it is a dead letter or anything else. */
    public static Optional<ReplayMark> of(Headers headers) {
        Header replayed = headers.lastHeader(REPLAYED);
        if (replayed == null) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(replayed.value(), StandardCharsets.UTF_8).split(" ", 2);
            return Optional.of(new ReplayMark(Integer.parseInt(parts[0]), Long.parseLong(parts[1])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
