package io.penstock.isolate;

import io.penstock.isolate.Outcome.Done;
import io.penstock.isolate.Outcome.Failed;
import io.penstock.isolate.Outcome.Failure;
import io.penstock.isolate.Outcome.Refused;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread of this process as a place for work: one that hangs is given up and left behind. */
final class WorkerThread implements Host {

    private static final long TICK_MILLIS = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final IsolationConfig config;
    private final WorkSource source;
    private final Thread[] thread = new Thread[1];
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "work");
        worker.setDaemon(true);
        thread[0] = worker;
        return worker;
    });
    private Map<String, String> setup;
    private Work work;
    private boolean lost;

    WorkerThread(IsolationConfig config, WorkSource source) {
        this.config = config;
        this.source = source;
    }

    @Override
    public void prepare(Map<String, String> wanted) {
        if (wanted.equals(setup)) {
            return;
        }
        try {
            work = await(executor.submit(() -> {
                end();
                return source.start(wanted);
            }), null);
            setup = wanted;
        } catch (ExecutionException | TimeoutException e) {
            throw new IsolationException("work cannot be started: " + Words.of(e.getCause()), e.getCause());
        }
    }

    private void end() {
        if (work != null) {
            work.close();
        }
    }

    @Override
    public Outcome run(byte[] input) {
        Patience patience = new Patience(config.step(), () -> THREADS.getThreadCpuTime(thread[0].getId()));
        Callable<Outcome> task = () -> {
            List<byte[]> parts = new ArrayList<>();
            work.run(input, part -> {
                parts.add(part);
                patience.next();
            });
            return new Done(parts);
        };
        try {
            return await(executor.submit(task), patience);
        } catch (TimeoutException e) {
            lost = true;
            return Words.timeout(config.step());
        } catch (ExecutionException e) {
            return outcome(e.getCause());
        }
    }

    private static Outcome outcome(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return new Refused(refusal.code(), refusal.getMessage());
        }
        return new Failed(cause instanceof OutOfMemoryError ? Failure.OUT_OF_MEMORY : Failure.BROKEN, Words.of(cause));
    }

    private <T> T await(Future<T> task, Patience patience) throws ExecutionException, TimeoutException {
        while (true) {
            try {
                return task.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (patience != null && patience.isOver()) {
                    throw e;
                }
            } catch (InterruptedException e) {
                lost = true;
                Thread.currentThread().interrupt();
                throw new IsolationException("interrupted", e);
            }
        }
    }

    @Override
    public boolean isFit() {
        return !lost;
    }

    /** Frees what the work holds, unless the thread is lost: native memory that it may still use stays. */
    @Override
    public void close() {
        if (!lost) {
            executor.execute(this::end);
        }
        executor.shutdown();
        try {
            if (!lost && !executor.awaitTermination(1, TimeUnit.MINUTES)) {
                lost = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
