package io.penstock.classify.engine;

import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelException.Code;
import io.penstock.classify.model.ModelStore;
import io.penstock.classify.model.NetworkFile;
import java.io.IOException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One trained network, ready to answer. Owns its native memory. Not thread-safe. */
final class Network implements AutoCloseable {

    private final MultiLayerNetwork network;

    private Network(MultiLayerNetwork network) {
        this.network = network;
    }

    /** Loads a model by its content hash. */
    static Network load(ModelStore store, String hash) {
        byte[] weights = store.weights(hash);
        try {
            return new Network(NetworkFile.restore(weights));
        } catch (IOException e) {
            throw new ModelException(Code.MODEL_UNREADABLE, hash + ".zip is not a network that this version can load", e);
        }
    }

    /** Returns the softmax of each image. {@code images}: [n, 1, 28, 28], 0 is paper and 1 is ink; stays the caller's. */
    float[][] probabilities(INDArray images) {
        try (INDArray output = network.output(images)) {
            return output.toFloatMatrix();
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
