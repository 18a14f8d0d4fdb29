package io.penstock.app.command.option;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a command that runs for ever stop cleanly: Ctrl-C or a termination signal wakes it, and the JVM stays until this is closed, a minute
 * at most.
 */
public final class Interruption implements AutoCloseable {

    private static final long POLL_MILLIS = 500;
    private static final long GRACE_SECONDS = 60;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Object lock = new Object();
    private Thread waiting;

    /** What may wait for long and can be left at any moment. */
    @FunctionalInterface
    public interface Wait {

        /** Waits. */
        void run() throws InterruptedException;
    }

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
        synchronized (lock) {
            if (waiting != null) {
                waiting.interrupt();
            }
        }
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

    /**
     * Runs what may wait for long; the thread is interrupted in it when the program is asked to stop.
     *
     * @throws InterruptedException where it was
     */
    public void interruptibly(Wait wait) throws InterruptedException {
        synchronized (lock) {
            if (isAsked()) {
                throw new InterruptedException();
            }
            waiting = Thread.currentThread();
        }
        try {
            wait.run();
        } finally {
            synchronized (lock) {
                waiting = null;
            }
        }
    }

    /** Waits until the program is asked to stop (empty) or {@code failure} says why it can't go on. */
    public Optional<String> await(Supplier<Optional<String>> failure) throws InterruptedException {
        Optional<String> why = Optional.empty();
        while (why.isEmpty() && !asked.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            why = failure.get();
        }
        return why;
    }

    /** Lets the JVM end. */
    @Override
    public void close() {
        done.countDown();
    }
}
