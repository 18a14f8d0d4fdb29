package io.penstock.review.figures;

import io.penstock.review.figures.Figure.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The counters of one stream task: in its store, and in memory for whoever asks. Written by the task's thread only. */
public final class Counters {

    /** For how long is counted back. */
    static final Duration KEPT = Duration.ofDays(30);

    private final KeyValueStore<String, Long> store;
    private final TreeMap<String, Long> counts = new TreeMap<>();

    /** Reads the counters back. */
    public Counters(KeyValueStore<String, Long> store) {
        this.store = store;
        try (KeyValueIterator<String, Long> all = store.all()) {
            all.forEachRemaining(entry -> counts.put(entry.key, entry.value));
        }
    }

    void add(Instant time, What what, String name, long by) {
        String key = Figure.at(time, what, name).key();
        synchronized (counts) {
            store.put(key, counts.merge(key, by, Long::sum));
        }
    }

    /** Forgets what is older than is told. */
    public void sweep(Instant now) {
        synchronized (counts) {
            List<String> old = new ArrayList<>(counts.headMap(now.minus(KEPT).toString()).keySet());
            old.forEach(key -> {
                counts.remove(key);
                store.delete(key);
            });
        }
    }

    void addTo(Map<String, Long> sums, Instant from) {
        synchronized (counts) {
            counts.tailMap(from.toString()).forEach((key, count) -> sums.merge(key, count, Long::sum));
        }
    }
}
