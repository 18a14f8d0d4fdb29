package io.penstock.schema.topic;

import java.util.Optional;

/**
 * One way in which a topic on the cluster is not what the pipeline needs.
 *
 * @param code    permanent code
 * @param topic   full name
 * @param message what is there and what is needed
 * @param mend    the command that mends it, with {@code BROKER} for the cluster's address
 * @param setting the topic's setting that mends it, where one does
 */
public record TopicMismatch(Code code, String topic, String message, String mend, Optional<Setting> setting) {

    /**
     * A setting of a topic.
     *
     * @param key   its name, as Kafka spells it
     * @param value what it must be
     */
    public record Setting(String key, String value) {

        @Override
        public String toString() {
            return key + "=" + value;
        }
    }

    /** What can be wrong with a topic. */
    public enum Code {
        /** The topic is not there. */
        TOPIC_MISSING,
        /** It has fewer partitions than those whose records meet its own, or more than the one that it must have. */
        TOPIC_PARTITIONS,
        /** It has fewer replicas than configured. */
        TOPIC_REPLICATION,
        /** A record counts as written although only one of three replicas has it. */
        TOPIC_MIN_INSYNC,
        /** It takes smaller records than the pipeline sends. */
        TOPIC_MESSAGE_SIZE,
        /** Records count as old from the time that their sender wrote on them. */
        TOPIC_TIMESTAMPS,
        /** What must be kept is deleted, or what must be deleted is kept. */
        TOPIC_CLEANUP,
        /** Records are deleted while they may still be needed. */
        TOPIC_RETENTION
    }

    /** Returns all of it in one line. */
    public String line() {
        return code + ": " + topic + " " + message + ": " + mend;
    }
}
