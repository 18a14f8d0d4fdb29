package io.penstock.isolate;

import org.apache.kafka.common.KafkaException;

/** Says that work could not be begun at all, so that no input is to blame: the machine, the installation or the settings are. */
public final class IsolationException extends KafkaException {

    private static final long serialVersionUID = 1L;

    IsolationException(String message, Throwable cause) {
        super(message, cause);
    }
}
