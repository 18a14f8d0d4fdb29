package io.penstock.schema.deadletter;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Why a record was given up: what stands in the headers of the dead-letters topic, beside the original key and bytes.
 *
 * @param stage     stage that gave up: {@code ingest}, {@code segment}, {@code classify}, {@code sink}
 * @param code      permanent error code, such as {@code PDF_ENCRYPTED}
 * @param message   what happened and what to do about it, for an operator
 * @param topic     topic of the record that was given up
 * @param partition partition of that record
 * @param offset    offset of that record
 */
public record DeadLetter(String stage, String code, String message, String topic, int partition, long offset) {

    /** Begin of the names of all headers that Penstock adds. */
    static final String PREFIX = "penstock.";

    private static final int MAX_MESSAGE = 2000;
    private static final String STAGE = PREFIX + "stage";
    private static final String CODE = PREFIX + "code";
    private static final String MESSAGE = PREFIX + "message";
    private static final String TOPIC = PREFIX + "source.topic";
    private static final String PARTITION = PREFIX + "source.partition";
    private static final String OFFSET = PREFIX + "source.offset";

    /** Returns the original record's headers with those of this dead letter added; earlier ones of the same names are replaced. */
    public Headers addTo(Headers original) {
        Headers headers = new RecordHeaders(original);
        put(headers, STAGE, stage);
        put(headers, CODE, code);
        put(headers, MESSAGE, message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message);
        put(headers, TOPIC, topic);
        put(headers, PARTITION, Integer.toString(partition));
        put(headers, OFFSET, Long.toString(offset));
        return headers;
    }

    /** Returns the original headers of a dead letter, without those that {@link #addTo} added: what a replay sends. */
    public static Headers original(Headers headers) {
        Headers original = new RecordHeaders();
        for (Header header : headers) {
            if (!header.key().startsWith(PREFIX)) {
                original.add(header);
            }
        }
        return original;
    }

    /** Returns what the headers of a record of the dead-letters topic say; unknown where one is missing. */
    public static DeadLetter of(Headers headers) {
        return new DeadLetter(get(headers, STAGE, "unknown"), get(headers, CODE, "UNKNOWN"), get(headers, MESSAGE, ""),
            get(headers, TOPIC, ""), (int) number(headers, PARTITION), number(headers, OFFSET));
    }

    /** Returns the number in a header; -1 where there is none. */
    static long number(Headers headers, String name) {
        try {
            return Long.parseLong(get(headers, name, "-1"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String get(Headers headers, String name, String otherwise) {
        Header header = headers.lastHeader(name);
        return header == null ? otherwise : new String(header.value(), StandardCharsets.UTF_8);
    }
}
