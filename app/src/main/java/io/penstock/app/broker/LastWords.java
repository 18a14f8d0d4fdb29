package io.penstock.app.broker;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.utils.Exit;

/**
 * What is said when the broker can't go on, and Kafka ends the JVM: one line, instead of none. Of its folder only what is left behind is
 * deleted.
 */
final class LastWords implements Exit.Procedure {

    private static final int FAILED = 1;

    private final Path folder;
    private final Runnable release;
    private final AtomicBoolean said = new AtomicBoolean();

    private LastWords(Path folder, Runnable release) {
        this.folder = folder;
        this.release = release;
    }

    /** Has the end of the JVM by a broker in this folder announced; {@code release} lets go of the folder. */
    static void arrange(Path folder, Runnable release) {
        LastWords words = new LastWords(folder, release);
        Exit.setHaltProcedure(words);
        Exit.setExitProcedure(words);
    }

    /** Ends {@link #arrange}: the broker has stopped as it should. */
    static void withdraw() {
        Exit.resetHaltProcedure();
        Exit.resetExitProcedure();
    }

    @Override
    public void execute(int status, String message) {
        if (said.compareAndSet(false, true)) {
            IllegalStateException end = new IllegalStateException(message == null ? "it can't write there any more" : message);
            System.err.println("penstock: " + BrokerTrouble.of(folder, end).line());
            try {
                release.run();
            } finally {
                Runtime.getRuntime().halt(FAILED);
            }
        }
    }
}
