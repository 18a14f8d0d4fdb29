package io.penstock.schema.registry;

import org.apache.kafka.common.KafkaException;

/**
 * Says that a registry does not answer, or refuses us: not the fault of the record at hand, which is to be tried again.
 *
 * <p>A stage that meets it starts a new thread, which reads the record again, instead of sending it to the dead letters.
 */
public final class SchemaUnavailableException extends KafkaException {

    private static final long serialVersionUID = 1L;

    /** Says what was asked for and what is in the way. */
    public SchemaUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
