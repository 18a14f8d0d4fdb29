package io.penstock.train.run;

import io.penstock.classify.model.ModelStore;
import io.penstock.train.run.TrainException.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * What a training begins with.
 *
 * @param name    what it is called, in the identity of the run; empty for random weights
 * @param network makes it, once; it becomes the trainer's. A run that is resumed does not ask for it
 */
public record Origin(String name, Supplier<MultiLayerNetwork> network) {

    /** Returns random weights, drawn by the options' seed. */
    static Origin random(TrainOptions options) {
        return new Origin("", () -> options.architecture().create(options.seed(), options.classes()));
    }

    /**
     * Returns the weights of a finished network, without what its training remembered.
     *
     * @param hash   of the network; in {@code models}, or one that ships
     * @param models folder of a model store
     * @throws TrainException when the network is made: {@code ORIGIN_NOT_FOUND}, or {@code ORIGIN_DIFFERS} where it has not the options'
     *                        shape
     */
    static Origin stored(String hash, Path models, TrainOptions options) {
        return new Origin(hash, () -> {
            MultiLayerNetwork begun = random(options).network().get();
            MultiLayerNetwork stored = read(hash, models);
            try {
                if (stored.numParams() != begun.numParams()) {
                    throw new TrainException(Code.ORIGIN_DIFFERS, hash + " has " + stored.numParams() + " parameters, "
                        + options.architecture().id() + " with " + options.classes() + " classes " + begun.numParams()
                        + ": begin with a network of the same model");
                }
                begun.setParams(stored.params());
            } finally {
                stored.close();
            }
            return begun;
        });
    }

    private static MultiLayerNetwork read(String hash, Path models) {
        ModelStore store = ModelStore.in(models).has(hash) ? ModelStore.in(models) : ModelStore.shipped();
        if (!store.has(hash)) {
            throw new TrainException(Code.ORIGIN_NOT_FOUND, "there is no network " + hash + " in " + models
                + ", and none ships: penstock models lists those there are");
        }
        try {
            return ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(store.weights(hash)), false);
        } catch (IOException e) {
            throw new UncheckedIOException("the network " + hash + " cannot be read", e);
        }
    }
}
