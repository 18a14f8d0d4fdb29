package io.penstock.app.whole;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Somebody who sends a document now and then, {@code doc-0} and so on, whatever happens to the cluster; some are no documents. */
final class Feeder implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final byte[] document;
    private final Duration pace;
    private final int poison;
    private final Thread thread;
    private final List<Long> times = new ArrayList<>();
    private int sent;
    private int target = Integer.MAX_VALUE;
    private Exception failure;

    Feeder(Producer<String, byte[]> producer, byte[] document, Duration pace, int poison) {
        this.producer = producer;
        this.document = document.clone();
        this.pace = pace;
        this.poison = poison;
        thread = new Thread(this::feed, "feeder");
        thread.start();
    }

    private void feed() {
        try {
            while (send()) {
                Thread.sleep(pace.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback keeps the failure
    private synchronized boolean send() {
        if (sent >= target) {
            return false;
        }
        byte[] bytes = isPoison(sent) ? "no document".getBytes(StandardCharsets.UTF_8) : document;
        producer.send(new ProducerRecord<>("penstock.documents", "doc-" + sent, bytes), (metadata, e) -> fail(e));
        times.add(System.nanoTime());
        sent++;
        return true;
    }

    private boolean isPoison(int number) {
        return number % poison == poison - 1;
    }

    private synchronized void fail(Exception e) {
        failure = failure == null ? e : failure;
    }

    /** Returns how many were sent so far, which is the number of the next. */
    synchronized int sent() {
        return sent;
    }

    /** Returns when a document was sent, by the clock of {@link System#nanoTime}. */
    synchronized long sentAt(int document) {
        return times.get(document);
    }

    /** Sends on until there are at least so many, makes sure that all are in the topic, and returns how many there are. */
    int finish(int atLeast) throws InterruptedException {
        synchronized (this) {
            target = Math.max(sent, atLeast);
        }
        thread.join();
        producer.flush();
        synchronized (this) {
            if (failure != null) {
                throw new AssertionError("a document was not taken", failure);
            }
            return sent;
        }
    }

    /** Returns the ids of the first so many documents that can be read, or that can not. */
    Set<String> documents(int first, boolean unreadable) {
        Set<String> documents = new HashSet<>();
        for (int i = 0; i < first; i++) {
            if (isPoison(i) == unreadable) {
                documents.add("doc-" + i);
            }
        }
        return documents;
    }

    @Override
    public void close() {
        thread.interrupt();
        producer.close();
    }
}
