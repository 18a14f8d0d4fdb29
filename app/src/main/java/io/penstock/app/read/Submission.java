package io.penstock.app.read;

import io.penstock.app.client.Refusal;
import io.penstock.app.client.ScanFile;
import io.penstock.app.client.Submitter;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.apache.kafka.common.KafkaException;

/** A thread that submits the scans of a request while others read the outcomes. */
final class Submission implements AutoCloseable {

    private final Submitter submitter;
    private final ReadRequest request;
    private final Thread thread;
    private final Queue<RefusedScan> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicReference<String> failure = new AtomicReference<>();
    private final AtomicInteger submitted = new AtomicInteger();
    private int seen;

    private record RefusedScan(String document, Refusal refusal) {
    }

    private Submission(Submitter submitter, ReadRequest request) {
        this.submitter = submitter;
        this.request = request;
        thread = new Thread(this::run, "submit");
        thread.setDaemon(true);
    }

    /** Starts to submit; the submitter is closed with the submission. */
    static Submission start(Submitter submitter, ReadRequest request) {
        Submission submission = new Submission(submitter, request);
        submission.thread.start();
        return submission;
    }

    private void run() {
        try {
            for (ScanFile scan : request.scans()) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                submitter.submit(scan, request.headers()).ifPresent(refusal -> refusals.add(new RefusedScan(scan.document(), refusal)));
                submitted.incrementAndGet();
            }
            submitter.flush();
        } catch (KafkaException e) {
            failure.set(e.getMessage());
        }
    }

    /** Hands over the scans that were refused since the last call. */
    void drainRefusals(BiConsumer<String, Refusal> to) {
        for (RefusedScan refused = refusals.poll(); refused != null; refused = refusals.poll()) {
            to.accept(refused.document(), refused.refusal());
        }
    }

    /** Returns whether anything was submitted since the last call. Called by one thread. */
    boolean hasAdvanced() {
        int before = seen;
        seen = submitted.get();
        return seen > before;
    }

    /** Returns why no more is submitted; empty while all is well. */
    Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        submitter.close();
    }
}
