package io.penstock.isolate;

import io.penstock.isolate.Outcome.Done;
import io.penstock.isolate.Outcome.Failed;
import io.penstock.isolate.Outcome.Failure;
import io.penstock.isolate.Outcome.Refused;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A child process as a place for work. */
final class Child implements Host {

    static final Duration START = Duration.ofSeconds(60);
    private static final long TICK_MILLIS = 100;
    private static final int BUFFER = 64 * 1024;

    private final IsolationConfig config;
    private final Process process;
    private final Path crashFile;
    private final DataInputStream in;
    private final DataOutputStream out;
    private Map<String, String> setup;
    /** The clock of what it is busy with; null while it is idle. Guarded by this. */
    private Patience patience;
    /** Why it was ended while busy; null where it was not. Guarded by this. */
    private Failed verdict;

    private Child(IsolationConfig config, Process process, Path crashFile) {
        this.config = config;
        this.process = process;
        this.crashFile = crashFile;
        in = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
        out = new DataOutputStream(process.getOutputStream());
    }

    /** Starts a process, and the thread that watches it. */
    static Child start(ChildCommand command, IsolationConfig config) {
        try {
            Path crashFile = Files.createTempFile("penstock-crash-", ".log");
            Files.delete(crashFile); // the JVM writes no crash into a file that is there
            Child child = new Child(config, command.start(crashFile), crashFile);
            Thread watch = new Thread(child::watch, "watch-child");
            watch.setDaemon(true);
            watch.start();
            return child;
        } catch (IOException e) {
            throw new IsolationException("a child process cannot be started: " + e.getMessage(), e);
        }
    }

    @Override
    public void prepare(Map<String, String> wanted) {
        if (wanted.equals(setup)) {
            return;
        }
        begin(START);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Frames.write(new DataOutputStream(bytes), wanted);
            Frames.write(out, Frames.SETUP, bytes.toByteArray());
            if (in.readByte() == Frames.UNFIT) {
                throw new IsolationException("a child process cannot do its work: " + Frames.text(in), null);
            }
            Frames.body(in);
            setup = wanted;
        } catch (IOException e) {
            throw new IsolationException("a child process did not come up: " + death().message(), e);
        } finally {
            end();
        }
    }

    @Override
    public Outcome run(byte[] input) {
        begin(config.step());
        try {
            Frames.write(out, Frames.INPUT, input);
            return answer();
        } catch (IOException e) {
            return death();
        } finally {
            end();
        }
    }

    private Outcome answer() throws IOException {
        List<byte[]> parts = new ArrayList<>();
        while (true) {
            byte kind = in.readByte();
            switch (kind) {
                case Frames.PART -> {
                    parts.add(Frames.body(in));
                    next();
                }
                case Frames.DONE -> {
                    Frames.body(in);
                    return new Done(parts);
                }
                case Frames.REFUSED -> {
                    String[] refusal = Frames.text(in).split("\n", 2);
                    return new Refused(refusal[0], refusal[1]);
                }
                case Frames.BROKEN -> {
                    return new Failed(Failure.BROKEN, Frames.text(in));
                }
                default -> throw new IOException("answer " + kind);
            }
        }
    }

    private synchronized void begin(Duration limit) {
        patience = new Patience(limit, this::processorNanos);
    }

    private synchronized void next() {
        patience.next();
    }

    private synchronized void end() {
        patience = null;
    }

    private long processorNanos() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    /** Ends the process where it takes too long or too much; returns when it is gone. */
    private void watch() {
        try {
            while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            close();
        }
    }

    private synchronized void look() {
        if (patience == null || verdict != null) {
            return;
        }
        if (patience.isOver()) {
            verdict = Words.timeout(config.step());
        } else if (ResidentMemory.of(process.pid()) > config.memoryBytes()) {
            verdict = new Failed(Failure.OUT_OF_MEMORY, "took more than " + config.memoryBytes() / (1024 * 1024) + " MiB");
        }
        if (verdict != null) {
            process.destroyForcibly();
        }
    }

    /** Returns what the process died of. */
    private Failed death() {
        process.destroyForcibly();
        int status = waitForEnd();
        synchronized (this) {
            if (verdict == null) {
                verdict = status == ChildMain.OUT_OF_MEMORY ? new Failed(Failure.OUT_OF_MEMORY, "its heap of "
                    + config.memoryBytes() / 2 / (1024 * 1024) + " MiB ran out") : new Failed(Failure.CRASHED,
                    CrashReport.take(crashFile).orElse("the process ended with status " + status));
            }
            return verdict;
        }
    }

    private int waitForEnd() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true; // it is as good as dead
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isFit() {
        return verdict == null && process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
