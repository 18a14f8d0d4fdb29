package io.penstock.app.whole;

import io.penstock.app.drill.Rehearsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Somebody who sends a document now and then, {@code doc-0} and so on, whatever happens to the cluster; poison among them. */
final class Feeder implements AutoCloseable {

    private static final String TOPIC = "penstock.documents";
    /** One document of so many is poison. */
    private static final int EACH = 6;

    private final Producer<String, byte[]> producer;
    private final byte[] document;
    private final Duration pace;
    private List<Rehearsal> poison = List.of();
    private int firstPoison;
    private final Thread thread;
    private final List<Long> times = new ArrayList<>();
    private int sent;
    private int target = Integer.MAX_VALUE;
    private Exception failure;

    Feeder(Producer<String, byte[]> producer, byte[] document, Duration pace) {
        this.producer = producer;
        this.document = document.clone();
        this.pace = pace;
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
        ProducerRecord<String, byte[]> record = poison(sent).map(bad -> bad.record(TOPIC, "doc-" + number()))
            .orElseGet(() -> new ProducerRecord<>(TOPIC, "doc-" + number(), document));
        producer.send(record, (metadata, e) -> fail(e));
        times.add(System.nanoTime());
        sent++;
        return true;
    }

    /** From now on each sixth document is one of these, until each was sent once. */
    synchronized void mixIn(List<Rehearsal> mishaps) {
        firstPoison = sent;
        poison = List.copyOf(mishaps);
    }

    /** Returns how many documents must have been sent so that all poison is among them. */
    synchronized int lastPoison() {
        return firstPoison + EACH * poison.size();
    }

    private synchronized int number() {
        return sent;
    }

    private synchronized Optional<Rehearsal> poison(int number) {
        int since = number - firstPoison;
        return since < 0 || since % EACH != 0 || since / EACH >= poison.size() ? Optional.empty() : Optional.of(poison.get(since / EACH));
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

    /** Returns the ids of those of the first so many documents that are good, or of those that must become dead letters. */
    Set<String> documents(int first, boolean dead) {
        Set<String> documents = new HashSet<>();
        for (int i = 0; i < first; i++) {
            Optional<Rehearsal> bad = poison(i);
            if (dead ? bad.flatMap(Rehearsal::code).isPresent() : bad.isEmpty()) {
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
