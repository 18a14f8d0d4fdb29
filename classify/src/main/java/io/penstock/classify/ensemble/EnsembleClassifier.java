package io.penstock.classify.ensemble;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.digit.InvalidGlyphException;
import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.engine.Network;
import io.penstock.classify.engine.OneThread;
import io.penstock.classify.engine.plan.Shape;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several networks as one classifier. Where the ensemble has a gate, that small network sees all glyphs first; the members see together, in
 * full batches, only those of which it is not sure.
 */
public final class EnsembleClassifier implements DigitClassifier {

    /** Glyphs that go through a network at once where nothing else is said; docs/performance.md has the rates measured around it. */
    public static final int DEFAULT_BATCH = 16;

    private static final Logger LOG = LoggerFactory.getLogger(EnsembleClassifier.class);
    /** Glyphs that one network answers before the next is asked, so that its weights stay in the cache, without much memory for images. */
    private static final int TURN = 256;
    private static final Slant AS_IT_STANDS = new Slant(0);

    private final String version;
    private final Pooling pooling;
    private final Slant[] views;
    private final List<Network> networks = new ArrayList<>();
    private final List<Network> members;
    private final Gate gate;
    private final LineReader lines;
    private final AtomicLong byGate = new AtomicLong();
    private final AtomicLong byMembers = new AtomicLong();

    private EnsembleClassifier(Ensemble ensemble, NetworkLoader loader) {
        version = ensemble.version();
        pooling = new Pooling(ensemble.scaling());
        views = Slant.views(ensemble.slant());
        boolean complete = false;
        try {
            members = ensemble.members().stream().map(hash -> opened(loader, hash)).toList();
            gate = ensemble.gate() == null ? null : new Gate(opened(loader, ensemble.gate().model()),
                new Pooling(ensemble.gate().scaling()), ensemble.gate().accept());
            lines = new LineReader(ensemble.lines().stream().map(hash -> opened(loader, hash)).toList());
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    private Network opened(NetworkLoader loader, String hash) {
        networks.add(loader.load(hash));
        return networks.get(networks.size() - 1);
    }

    /** Loads the default ensemble that ships. */
    public static EnsembleClassifier shipped() {
        return load(ModelStore.shipped(), DEFAULT_ENSEMBLE, DEFAULT_BATCH);
    }

    /**
     * Loads an ensemble.
     *
     * @param store where its models lie
     * @param name  name of the ensemble
     * @param batch glyphs that go through a network at once, at least 1
     * @throws io.penstock.classify.model.ModelException where a part is missing, altered or unreadable
     */
    public static EnsembleClassifier load(ModelStore store, String name, int batch) {
        long started = System.nanoTime();
        Ensemble ensemble = store.ensemble(name);
        EnsembleClassifier classifier = load(store, ensemble, batch);
        LOG.info("ensemble {} of {} networks ready after {} ms", classifier.version(), ensemble.networks().size(),
            (System.nanoTime() - started) / 1_000_000);
        return classifier;
    }

    /** Loads the networks of an ensemble that need not be in the store itself, such as one that is about to be calibrated. */
    @SuppressWarnings("try") // one thread as long as it is open
    public static EnsembleClassifier load(ModelStore store, Ensemble ensemble, int batch) {
        NativeBackend.prepare();
        try (OneThread here = new OneThread()) {
            return new EnsembleClassifier(ensemble, new NetworkLoader(store, batch));
        }
    }

    @Override
    @SuppressWarnings("try") // one thread as long as it is open
    public float[][] classify(List<byte[]> glyphs) {
        for (int i = 0; i < glyphs.size(); i++) {
            if (glyphs.get(i).length != GLYPH_BYTES) {
                throw new InvalidGlyphException("glyph", i, glyphs.get(i).length, GLYPH_BYTES);
            }
        }
        float[][] distributions = new float[glyphs.size()][];
        try (OneThread here = new OneThread()) {
            if (gate != null) {
                byGate.addAndGet(fill(distributions, glyphs, gate::answers));
            }
            byMembers.addAndGet(fill(distributions, glyphs, this::pooled));
        }
        return distributions;
    }

    @Override
    @SuppressWarnings("try") // one thread as long as it is open
    public float[][] read(List<byte[]> pictures) {
        try (OneThread here = new OneThread()) {
            return lines.read(pictures, views);
        }
    }

    @Override
    @SuppressWarnings("try") // one thread as long as it is open
    public float[][] glance(List<byte[]> pictures) {
        try (OneThread here = new OneThread()) {
            return lines.read(pictures, AS_IT_STANDS);
        }
    }

    @Override
    public String version() {
        return version;
    }

    /** Returns how many glyphs each part of the ensemble has answered so far; may be asked by any thread. */
    public Answered answered() {
        return new Answered(byGate.get(), byMembers.get());
    }

    /**
     * Numbers of glyphs.
     *
     * @param byGate    answered by the gate alone
     * @param byMembers answered by all members
     */
    public record Answered(long byGate, long byMembers) {
    }

    @Override
    public void close() {
        if (byGate.get() + byMembers.get() > 0) {
            LOG.info("ensemble {} is closed; glyphs answered by its gate alone: {}, by its members: {}", version, byGate, byMembers);
        }
        networks.forEach(Network::close);
    }

    /** Asks {@code stage} for the glyphs that have no distribution yet and returns how many got one. */
    private static int fill(float[][] distributions, List<byte[]> glyphs, Function<float[], float[][]> stage) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < distributions.length; i++) {
            if (distributions[i] == null) {
                open.add(i);
            }
        }
        int filled = 0;
        for (int from = 0; from < open.size(); from += TURN) {
            List<Integer> turn = open.subList(from, Math.min(open.size(), from + TURN));
            float[][] answers = stage.apply(Shape.GLYPH.values(turn.stream().map(glyphs::get).toList()));
            for (int i = 0; i < answers.length; i++) {
                distributions[turn.get(i)] = answers[i];
                filled += answers[i] == null ? 0 : 1;
            }
        }
        return filled;
    }

    private float[][] pooled(float[] images) {
        List<float[][]> answers = new ArrayList<>(members.size() * views.length);
        for (Slant view : views) {
            float[] seen = view.of(images);
            for (Network member : members) {
                answers.add(member.probabilities(seen));
            }
        }
        return pooling.distributions(answers);
    }
}
