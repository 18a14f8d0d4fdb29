package io.penstock.schema.topic;

import java.time.Duration;

/**
 * How the pipeline's topics are laid out on a cluster.
 *
 * @param partitions      partitions of each topic that is not compacted, at least 1
 * @param replication     replicas of each partition, at least 1
 * @param maxMessageBytes largest record batch in bytes; producers and consumers must allow as much
 * @param retention       how long records are kept
 * @param stateRetention  how long the last stage remembers a document: those that it may still point at are kept as long
 */
public record TopicLayout(int partitions, short replication, int maxMessageBytes, Duration retention, Duration stateRetention) {

    /** Largest record by default: 64 MiB, a colour page at 600 dpi. */
    public static final int DEFAULT_MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

    /** What a topic takes beyond the value of a record: key, headers of a dead letter, framing of the batch. */
    private static final int HEADROOM_BYTES = 1024 * 1024;

    /** Largest value of a record by default, in bytes. */
    public static final int DEFAULT_MAX_VALUE_BYTES = DEFAULT_MAX_MESSAGE_BYTES - HEADROOM_BYTES;

    /** Returns a layout for one broker: no replicas, seven days. */
    public static TopicLayout singleBroker(int partitions) {
        return new TopicLayout(partitions, (short) 1, DEFAULT_MAX_MESSAGE_BYTES, Duration.ofDays(7), Duration.ofDays(30));
    }

    /** Returns how long records are kept that others point at. */
    public Duration lateRetention() {
        return retention.compareTo(stateRetention) > 0 ? retention : stateRetention;
    }

    /** Returns how many replicas must have a record before it counts as written: with three, one may be away. */
    public int minInSync() {
        return replication >= 3 ? 2 : 1;
    }

    /** Rejects a layout that no broker would accept. */
    public TopicLayout {
        if (partitions < 1 || replication < 1 || maxMessageBytes < 1024) {
            throw new IllegalArgumentException("partitions and replication must be at least 1, maxMessageBytes at least 1024");
        }
    }
}
