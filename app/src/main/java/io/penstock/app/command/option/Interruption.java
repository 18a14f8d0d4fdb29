package io.penstock.app.command.option;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a command that runs for ever stop cleanly: Ctrl-C or a termination signal wakes it, and the JVM stays until it is done.
 */
public final class Interruption {

    private static final long POLL_MILLIS = 500;
    private static final long GRACE_SECONDS = 60;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    private Interruption() {
    }

    /** Returns one that hears the JVM's shutdown. */
    public static Interruption onShutdown() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::shutDown, "shutdown"));
        return interruption;
    }

    private void shutDown() {
        asked.countDown();
        try {
            done.await(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether the program was asked to stop. */
    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits until the program is asked to stop (empty) or {@code failure} says why it can't go on. */
    public Optional<String> await(Supplier<Optional<String>> failure) throws InterruptedException {
        Optional<String> why = Optional.empty();
        while (why.isEmpty() && !asked.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            why = failure.get();
        }
        return why;
    }

    /** Lets the JVM end; called when everything is closed. */
    public void done() {
        done.countDown();
    }
}
