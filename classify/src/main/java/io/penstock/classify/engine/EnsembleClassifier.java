package io.penstock.classify.engine;

import io.penstock.classify.DigitClassifier;
import io.penstock.classify.InvalidGlyphException;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelStore;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several networks as one classifier: pools the members, applies the temperature, takes out what the reject network claims. */
public final class EnsembleClassifier implements DigitClassifier {

    /** Glyphs that go through a network at once where nothing else is said; docs/performance.md has the rates measured around it. */
    public static final int DEFAULT_BATCH = 64;

    private static final Logger LOG = LoggerFactory.getLogger(EnsembleClassifier.class);

    private final String version;
    private final Pooling pooling;
    private final List<Network> members;
    private final Network reject;
    private final int batch;

    private EnsembleClassifier(String version, Pooling pooling, List<Network> members, Network reject, int batch) {
        this.version = version;
        this.pooling = pooling;
        this.members = members;
        this.reject = reject;
        this.batch = batch;
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
        NativeBackend.prepare();
        Ensemble ensemble = store.ensemble(name);
        EnsembleClassifier classifier = load(store, ensemble, batch);
        LOG.info("ensemble {} of {} networks ready after {} ms, oneDNN {}", classifier.version(), ensemble.members().size(),
            (System.nanoTime() - started) / 1_000_000, NativeBackend.isAccelerated() ? "on" : "off");
        return classifier;
    }

    /** Loads the networks of an ensemble that need not be in the store itself, such as one that is about to be calibrated. */
    public static EnsembleClassifier load(ModelStore store, Ensemble ensemble, int batch) {
        NativeBackend.prepare();
        List<Network> networks = new ArrayList<>();
        boolean complete = false;
        try {
            for (String hash : ensemble.members()) {
                networks.add(Network.load(store, hash));
            }
            networks.add(Network.load(store, ensemble.reject()));
            complete = true;
        } finally {
            if (!complete) {
                networks.forEach(Network::close);
            }
        }
        int members = ensemble.members().size();
        return new EnsembleClassifier(ensemble.version(), new Pooling(ensemble.temperature()), networks.subList(0, members),
            networks.get(members), batch);
    }

    @Override
    public float[][] classify(List<byte[]> glyphs) {
        for (int i = 0; i < glyphs.size(); i++) {
            if (glyphs.get(i).length != GLYPH_BYTES) {
                throw new InvalidGlyphException(i, glyphs.get(i).length);
            }
        }
        float[][] distributions = new float[glyphs.size()][];
        for (int from = 0; from < glyphs.size(); from += batch) {
            List<byte[]> chunk = glyphs.subList(from, Math.min(glyphs.size(), from + batch));
            System.arraycopy(chunk(chunk), 0, distributions, from, chunk.size());
        }
        return distributions;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void close() {
        members.forEach(Network::close);
        reject.close();
    }

    private float[][] chunk(List<byte[]> glyphs) {
        try (INDArray images = Nd4j.create(scaled(glyphs), new int[] {glyphs.size(), 1, 28, 28})) {
            List<float[][]> answers = new ArrayList<>(members.size());
            for (Network member : members) {
                answers.add(member.probabilities(images));
            }
            return pooling.distributions(answers, reject.probabilities(images));
        }
    }

    private static float[] scaled(List<byte[]> glyphs) {
        float[] values = new float[glyphs.size() * GLYPH_BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = (glyphs.get(i / GLYPH_BYTES)[i % GLYPH_BYTES] & 0xff) / 255f;
        }
        return values;
    }
}
