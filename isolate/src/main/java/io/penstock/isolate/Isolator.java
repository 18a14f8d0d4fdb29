package io.penstock.isolate;

import io.penstock.isolate.Outcome.Failed;
import io.penstock.isolate.Outcome.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keeper of places where work is done apart from the stage: as many as there are callers at once, kept warm, replaced when they die.
 *
 * <p>Shared by the tasks of a stage, each of which opens and closes it; the last one ends the places. Thread-safe.
 */
public final class Isolator {

    private static final Logger LOG = LoggerFactory.getLogger(Isolator.class);

    private final Supplier<Host> hosts;
    private final boolean warmsBeside;
    private final Deque<Host> idle = new ArrayDeque<>();
    private int users;
    private boolean warming;

    private Isolator(Supplier<Host> hosts, boolean warmsBeside) {
        this.hosts = hosts;
        this.warmsBeside = warmsBeside;
    }

    /**
     * Keeps work where the configuration says.
     *
     * @param environment variables that a child process gets besides the stage's own
     */
    public static Isolator of(IsolationConfig config, Class<? extends WorkSource> source, Map<String, String> environment) {
        return switch (config.mode()) {
            case PROCESS -> {
                ChildCommand command = new ChildCommand(source, config.memoryBytes(), environment);
                yield new Isolator(() -> Child.start(command, config), true);
            }
            case THREAD -> onThreads(config, setup -> source.getDeclaredConstructor().newInstance().start(setup));
        };
    }

    /** Keeps work on threads of this process, whatever the configuration says. */
    public static Isolator onThreads(IsolationConfig config, WorkSource source) {
        return new Isolator(() -> new WorkerThread(config, source), false);
    }

    /**
     * Counts one more user; the first one gets a place prepared.
     *
     * @param setup what the work will most likely stand on
     * @throws IsolationException where work cannot be started; child processes are started beside and say so at the first input
     */
    public void open(Map<String, String> setup) {
        synchronized (this) {
            users++;
            if (users > 1) {
                return;
            }
            warming = warmsBeside;
        }
        if (warmsBeside) {
            Thread warming = new Thread(() -> warm(setup), "warm-child");
            warming.setDaemon(true);
            warming.start();
        } else {
            giveBack(prepared(hosts.get(), setup));
        }
    }

    private void warm(Map<String, String> setup) {
        try {
            giveBack(prepared(hosts.get(), setup));
        } catch (IsolationException e) {
            LOG.debug("not warmed", e);
        } finally {
            warmed();
        }
    }

    private synchronized void warmed() {
        warming = false;
        notifyAll();
    }

    /** Returns when the place that the first user had prepared is there, or cannot be. */
    public synchronized void awaitWarm() throws InterruptedException {
        while (warming) {
            wait();
        }
    }

    /** Counts one user less; the last one ends all places, and each that is busy when its input is done. */
    public void close() {
        synchronized (this) {
            users--;
            if (users > 0) {
                return;
            }
        }
        for (Host host = poll(); host != null; host = poll()) {
            host.close();
        }
    }

    /**
     * Works on one input. Where a child process dies of it that has worked on others before, a fresh one tries once more, so that an
     * input does not pay for another's damage.
     *
     * @param setup what the work is to stand on
     * @throws IsolationException where work cannot be begun: no input is to blame
     */
    public Outcome run(Map<String, String> setup, byte[] input) {
        Optional<Host> used = used(setup);
        if (used.isPresent()) {
            Outcome outcome = runIn(used.get(), input);
            if (!(outcome instanceof Failed failed) || failed.failure() != Failure.CRASHED) {
                return outcome;
            }
            LOG.warn("a child process died, a fresh one tries again: {}", failed.message());
        }
        return runIn(prepared(hosts.get(), setup), input);
    }

    /** Returns a place that has been used before; one that died while it was idle is nobody's fault. */
    private Optional<Host> used(Map<String, String> setup) {
        Host host = poll();
        if (host == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(prepared(host, setup));
        } catch (IsolationException e) {
            LOG.warn("a child process is replaced: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Outcome runIn(Host host, byte[] input) {
        Outcome outcome = host.run(input);
        giveBack(host);
        return outcome;
    }

    private static Host prepared(Host host, Map<String, String> setup) {
        try {
            host.prepare(setup);
            return host;
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    /** Returns an idle place, or the one that is about to be; null where there is none. */
    private synchronized Host poll() {
        try {
            while (idle.isEmpty() && warming) {
                wait();
            }
            return idle.pollFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IsolationException("interrupted", e);
        }
    }

    private void giveBack(Host host) {
        synchronized (this) {
            if (users > 0 && host.isFit()) {
                idle.addFirst(host);
                return;
            }
        }
        host.close();
    }
}
