package io.penstock.classify.ensemble;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.model.ContentHash;
import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ensemble that follows what is published: a thread of its own looks for a new one and loads it on the side, the next call changes over.
 * One that cannot be loaded is logged once, and the old one goes on.
 */
public final class ReloadingClassifier implements DigitClassifier {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadingClassifier.class);

    private final ModelStore store;
    private final String name;
    private final int batch;
    private final AtomicReference<DigitClassifier> next = new AtomicReference<>();
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watch-models");
        thread.setDaemon(true);
        return thread;
    });
    private ContentHash seen;
    private String complaint = "";
    private DigitClassifier current;

    private ReloadingClassifier(ModelStore store, String name, int batch) {
        this.store = store;
        this.name = name;
        this.batch = batch;
        seen = store.fingerprint(name);
        current = EnsembleClassifier.load(store, name, batch);
    }

    /**
     * Loads an ensemble and begins to follow it.
     *
     * @param store    where its models lie
     * @param name     name of the ensemble
     * @param batch    glyphs that go through a network at once, at least 1
     * @param interval time between looks, greater than 0
     * @throws ModelException where the ensemble that is there now cannot be loaded
     */
    @SuppressWarnings("FutureReturnValueIgnored") // it never ends by itself, and look() throws nothing
    public static ReloadingClassifier start(ModelStore store, String name, int batch, Duration interval) {
        ReloadingClassifier classifier = new ReloadingClassifier(store, name, batch);
        classifier.watcher.scheduleWithFixedDelay(classifier::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return classifier;
    }

    @Override
    public float[][] classify(List<byte[]> glyphs) {
        changeOver();
        return current.classify(glyphs);
    }

    /** Reads with the ensemble that classified last, so that one page has one answer. */
    @Override
    public float[][] read(List<byte[]> lines) {
        return current.read(lines);
    }

    @Override
    public float[][] glance(List<byte[]> lines) {
        return current.glance(lines);
    }

    private void changeOver() {
        DigitClassifier published = next.getAndSet(null);
        if (published != null) {
            LOG.info("{} takes over from {}", published.version(), current.version());
            current.close();
            current = published;
        }
    }

    /** Returns the version of what answered last. */
    @Override
    public String version() {
        return current.version();
    }

    @Override
    public void close() {
        watcher.shutdown();
        try {
            watcher.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        replace(null);
        current.close();
    }

    private void look() {
        try {
            ContentHash published = store.fingerprint(name);
            if (!published.equals(seen)) {
                seen = published;
                replace(EnsembleClassifier.load(store, name, batch));
            }
            complaint = "";
        } catch (RuntimeException e) { // whatever a foreign file makes of the loader must not end the watch
            complain(e);
        }
    }

    private void complain(RuntimeException cause) {
        String message = cause instanceof ModelException ? cause.getMessage() : cause.toString();
        if (!message.equals(complaint)) {
            complaint = message;
            LOG.error("ensemble {} stays as it was; what is published cannot be used: {}", name, message);
        }
    }

    private void replace(DigitClassifier published) {
        DigitClassifier unused = next.getAndSet(published);
        if (unused != null) {
            unused.close();
        }
    }
}
