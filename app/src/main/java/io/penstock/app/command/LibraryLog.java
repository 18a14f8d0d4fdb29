package io.penstock.app.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** The log of the Kafka clients and the broker. */
final class LibraryLog {

    private LibraryLog() {
    }

    /**
     * Leaves errors only: for commands that embed a broker for a few seconds. Their clients warn of what is in the nature of a
     * cluster that has just come up or is about to go; against a real cluster the same warnings matter.
     */
    static void errorsOnly() {
        if (LoggerFactory.getLogger("org.apache.kafka") instanceof Logger logger) {
            logger.setLevel(Level.ERROR);
        }
    }
}
