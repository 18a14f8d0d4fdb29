package io.penstock.classify.audit;

import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.engine.plan.Shape;
import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelException.Code;
import io.penstock.classify.model.ModelStore;
import io.penstock.classify.model.NetworkFile;
import java.io.IOException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a network is by its weights, not by its record.
 *
 * @param parameters number of trained parameters
 * @param classes    number of classes that it answers with
 */
record NetworkFacts(long parameters, int classes) {

    private static final double TOLERANCE = 1e-3;

    /** Loads a network and asks it about an empty glyph or line. */
    static NetworkFacts of(ModelStore store, String hash) {
        NativeBackend.prepare();
        byte[] weights = store.weights(hash);
        MultiLayerNetwork network = restored(hash, weights);
        Shape in = Shape.inputOf(network);
        try (INDArray glyph = Nd4j.zeros(DataType.FLOAT, 1, 1, in.height(), in.width()); INDArray answer = network.output(glyph)) {
            long distributions = answer.length() / answer.size(1);
            if (!(Math.abs(answer.sumNumber().doubleValue() / distributions - 1) < TOLERANCE)) {
                throw new ModelException(Code.MODEL_UNREADABLE, "its answer to an empty glyph is no distribution: train again", null);
            }
            return new NetworkFacts(network.numParams(), (int) answer.size(1));
        } finally {
            network.close();
        }
    }

    private static MultiLayerNetwork restored(String hash, byte[] weights) {
        try {
            return NetworkFile.restore(weights);
        } catch (IOException | RuntimeException e) {
            // a file can hold anything, and of what is no network Deeplearning4j says it with whatever exception comes of it
            throw new ModelException(Code.MODEL_UNREADABLE, hash + ".zip is not a network that this version can load: train again", e);
        }
    }
}
