package io.penstock.classify.ensemble;

import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.engine.RandomNetworks;
import io.penstock.classify.model.ContentHash;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;

/** Ensembles of tiny networks that know nothing, published in a folder. */
public final class ToyEnsembles {

    private ToyEnsembles() {
    }

    /** Publishes an ensemble of one network without convolutions and returns its version. */
    public static String publish(Path folder, String name, int hiddenUnits) throws IOException {
        return publish(folder, Ensemble.uncalibrated(name, List.of(network(folder, hiddenUnits))));
    }

    /** Publishes an ensemble whose networks are there, or not, and returns its version. */
    public static String publish(Path folder, Ensemble ensemble) {
        ModelStore.write(folder, ensemble);
        return ensemble.version();
    }

    /** Writes a network and returns its hash. */
    public static String network(Path folder, int hiddenUnits) throws IOException {
        NativeBackend.prepare();
        MultiLayerNetwork network = RandomNetworks.network(11, List.of(RandomNetworks.dense(hiddenUnits, Activation.RELU)));
        ByteArrayOutputStream weights = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, weights, false);
        network.close();
        String hash = ContentHash.of(weights.toByteArray()).hex();
        ModelStore.write(folder, new ModelRecord(hash, "toy", 1, 11, 7, 1, 1, List.of(), "none", Map.of(), Map.of(), "2026-11-22", "",
            List.of()), weights.toByteArray());
        return hash;
    }
}
