package io.penstock.classify.ensemble;

import io.penstock.classify.engine.Dl4jNetwork;
import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.engine.Network;
import io.penstock.classify.engine.onednn.OneDnnNetwork;
import io.penstock.classify.engine.plan.NetworkPlan;
import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelException.Code;
import io.penstock.classify.model.ModelStore;
import io.penstock.classify.model.NetworkFile;
import java.io.IOException;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads networks for the fastest engine that can run them.
 *
 * @param store where they lie
 * @param batch glyphs that go through a network at once
 */
record NetworkLoader(ModelStore store, int batch) {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkLoader.class);

    /** Loads a network by its content hash. */
    Network load(String hash) {
        MultiLayerNetwork network = restore(hash);
        Optional<NetworkPlan> plan = OneDnnNetwork.isAvailable() ? NetworkPlan.of(network) : Optional.empty();
        if (plan.isEmpty()) {
            LOG.warn("network {} runs on Deeplearning4j, oneDNN in it {}, at half the speed or less: {}", hash,
                NativeBackend.isAccelerated() ? "on" : "off",
                OneDnnNetwork.isAvailable() ? "it has a layer that our engine does not know" : "our engine is not there for this platform");
            return new Dl4jNetwork(network, batch);
        }
        network.close();
        return OneDnnNetwork.of(plan.get(), batch);
    }

    private MultiLayerNetwork restore(String hash) {
        byte[] weights = store.weights(hash);
        try {
            return NetworkFile.restore(weights);
        } catch (IOException e) {
            throw new ModelException(Code.MODEL_UNREADABLE, hash + ".zip is not a network that this version can load", e);
        }
    }
}
