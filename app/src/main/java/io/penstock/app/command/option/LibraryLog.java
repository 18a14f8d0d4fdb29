package io.penstock.app.command.option;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** The log of the Kafka clients and the broker. */
public final class LibraryLog {

    private static final String CLIENTS = "org.apache.kafka.clients";

    private LibraryLog() {
    }

    /**
     * Leaves errors of clients only: for commands that embed a broker for a few seconds, and while one starts. Clients warn of what is in
     * the nature of a cluster that has just come up or is about to go; the broker calls a slow machine an error. Against a real cluster
     * the same lines matter. A broker that does not start throws.
     */
    public static void embeddedBroker() {
        set("org.apache.kafka", Level.ERROR);
        set("org.apache.kafka.controller", Level.OFF);
        set("kafka", Level.OFF);
    }

    /** Ends {@link #embeddedBroker()} for a broker that has come up and stays: its errors matter from now on. */
    public static void longRunning() {
        set("org.apache.kafka", null);
        set("org.apache.kafka.controller", Level.ERROR);
        set("kafka", Level.ERROR);
    }

    /** Leaves out that a cluster does not answer yet, several times a second: the command says so once. */
    static void connecting() {
        set(CLIENTS, Level.OFF);
    }

    /** Ends {@link #connecting()}. */
    static void connected() {
        set(CLIENTS, null);
    }

    private static void set(String name, Level level) {
        if (LoggerFactory.getLogger(name) instanceof Logger logger) {
            logger.setLevel(level);
        }
    }
}
