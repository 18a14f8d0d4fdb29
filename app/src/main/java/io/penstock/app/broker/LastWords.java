package io.penstock.app.broker;

import io.penstock.app.process.ProcessFailure;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said when the broker can't go on and Kafka ends the JVM: one line, instead of none. The folder is let go of before.
 *
 * <p>Kafka ends the JVM in two ways: a fault that it calls fatal, and the loss of its folder.
 */
final class LastWords implements Exit.Procedure, FaultHandlerFactory {

    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
    private static final int FAILED = 1;
    /** A fault that is thrown as well, to who starts the broker. */
    private static final String THROWN = "controller startup";

    private final Path folder;
    private final Runnable release;
    private final AtomicBoolean said = new AtomicBoolean();

    private LastWords(Path folder, Runnable release) {
        this.folder = folder;
        this.release = release;
    }

    /** Has the end of the JVM by a broker in this folder announced; {@code release} lets go of the folder. */
    static LastWords arrange(Path folder, Runnable release) {
        LastWords words = new LastWords(folder, release);
        Exit.setHaltProcedure(words);
        Exit.setExitProcedure(words);
        return words;
    }

    /** Ends {@link #arrange}: the broker has stopped as it should. */
    static void withdraw() {
        Exit.resetHaltProcedure();
        Exit.resetExitProcedure();
    }

    @Override
    public FaultHandler build(String name, boolean fatal, Runnable action) {
        if (!fatal || name.equals(THROWN)) {
            return new LoggingFaultHandler(name, action);
        }
        return (message, failure) -> {
            action.run();
            end(failure == null ? new IllegalStateException(message) : failure);
            return new IllegalStateException(message, failure);
        };
    }

    @Override
    public void execute(int status, String message) {
        end(new IllegalStateException(message == null ? "it can't write there any more" : message));
    }

    private void end(Throwable failure) {
        if (said.compareAndSet(false, true)) {
            ProcessFailure why = BrokerTrouble.of(folder, failure);
            if (why.code() == ProcessFailure.Code.BROKER_FAILED) {
                LOG.error("the broker has failed", failure);
            }
            System.err.println("penstock: " + why.line());
            try {
                release.run();
            } finally {
                Runtime.getRuntime().halt(FAILED);
            }
        }
    }
}
