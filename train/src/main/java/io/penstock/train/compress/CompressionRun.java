package io.penstock.train.compress;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.model.ContentHash;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelStore;
import io.penstock.classify.model.NetworkFile;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.run.ModelExport;
import io.penstock.train.run.TrainProgress;
import io.penstock.train.run.TrainedNetwork;
import io.penstock.train.sample.TrainingData;
import io.penstock.train.sample.Validation;
import io.penstock.train.zoo.Architecture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;

/**
 * Compresses one network step by step; each step leaves a network in the model store, and all are measured side by side.
 *
 * @param data     what a network learns on after a cut, and is chosen on
 * @param test     MNIST's test half, which only measures
 * @param source   store of the network to compress
 * @param models   folder of the store that receives the new networks, and their parent
 * @param work     folder of checkpoints, empty
 * @param progress is told how the trainings go
 */
public record CompressionRun(TrainingData data, DigitSet test, ModelStore source, Path models, Path work, TrainProgress progress) {

    private static final int DIGITS_FOR_IMPORTANCE = 4_000;

    /**
     * Compresses and measures.
     *
     * @param parent content hash of the network
     * @param recipe what is done to it
     * @param beside content hashes of networks in {@code models} to measure in the same run
     * @throws CompressionException where the network cannot be compressed so
     * @throws InterruptedException where the thread is interrupted; networks of finished steps are kept
     */
    public CompressionReport run(String parent, CompressionRecipe recipe, List<String> beside) throws InterruptedException {
        NativeBackend.prepare();
        ModelRecord record = source.record(parent);
        architecture(record);
        ModelStore.write(models, record, source.weights(parent));
        List<ModelRecord> made = steps(record, recipe);
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(parent, CompressionRecord.label(record));
        beside.forEach(hash -> labels.put(hash, CompressionRecord.label(ModelStore.in(models).record(hash))));
        made.forEach(one -> labels.put(one.hash(), CompressionRecord.label(one)));
        List<CompressedModel> rows = new SideBySide(ModelStore.in(models), data.validation(), test).measure(labels);
        for (ModelRecord one : made) {
            CompressedModel row = rows.stream().filter(measured -> measured.hash().equals(one.hash())).findFirst().orElseThrow();
            ModelStore.write(models, CompressionRecord.measured(one, row), ModelStore.in(models).weights(one.hash()));
        }
        return new CompressionReport(parent, recipe, data.training().size(), data.validation().size(), test.size(), rows);
    }

    private List<ModelRecord> steps(ModelRecord parent, CompressionRecipe recipe) throws InterruptedException {
        List<ModelRecord> made = new ArrayList<>();
        ModelRecord last = parent;
        if (recipe.channels() > 0) {
            last = withoutChannels(last, recipe);
            made.add(last);
        }
        if (recipe.sparsity() > 0) {
            last = sparse(last, recipe);
            made.add(last);
        }
        if (recipe.quantized()) {
            made.add(quantized(last));
        }
        return made;
    }

    private ModelRecord withoutChannels(ModelRecord parent, CompressionRecipe recipe) throws InterruptedException {
        MultiLayerNetwork network = read(parent);
        try {
            MultiLayerNetwork smaller = new ChannelPruning(recipe.channels()).apply(network,
                recipe.importance().measure(network, data.training().drawn(DIGITS_FOR_IMPORTANCE, recipe.seed())));
            return learnt(parent, smaller, recipe, recipe.channelStep(), List.of());
        } finally {
            network.close();
        }
    }

    private ModelRecord sparse(ModelRecord parent, CompressionRecipe recipe) throws InterruptedException {
        MultiLayerNetwork network = read(parent);
        try (PruningMask mask = PruningMask.ofLeast(network, recipe.sparsity())) {
            mask.apply(network);
            return learnt(parent, network, recipe, recipe.sparsityStep(), List.of(mask));
        }
    }

    private ModelRecord quantized(ModelRecord parent) {
        MultiLayerNetwork network = read(parent);
        try {
            byte[] content = NetworkFile.quantized(network);
            ModelRecord record = CompressionRecord.stored(parent, ContentHash.of(content));
            ModelStore.write(models, record, content);
            return record;
        } finally {
            network.close();
        }
    }

    /** Lets a network that was cut learn on, and closes it. */
    private ModelRecord learnt(ModelRecord parent, MultiLayerNetwork cut, CompressionRecipe recipe, String step,
                               List<TrainingListener> listeners) throws InterruptedException {
        try {
            double before = Validation.of(data.validation()).accuracy(cut);
            Path checkpoints = work.resolve(parent.hash() + (listeners.isEmpty() ? "-channels" : "-weights"));
            TrainedNetwork trained = new FineTuning(data, architecture(parent), recipe, checkpoints, progress).run(cut, listeners);
            ModelExport export = ModelExport.of(trained.weights());
            ModelRecord record = CompressionRecord.learnt(parent, export.hash(), cut.numParams(), step, before, recipe, trained);
            ModelStore.write(models, record, export.content());
            return record;
        } finally {
            cut.close();
        }
    }

    private static Architecture architecture(ModelRecord record) {
        return Architecture.of(record.architecture()).filter(known -> record.classes() >= DigitClassifier.REJECT)
            .orElseThrow(() -> new CompressionException(CompressionException.Code.UNSUPPORTED_NETWORK, record.hash() + " is a "
                + record.architecture() + " with " + record.classes() + " classes: choose a network of the zoo that reads the ten digits"));
    }

    private MultiLayerNetwork read(ModelRecord record) {
        return SideBySide.restore(record.hash(), ModelStore.in(models).weights(record.hash()));
    }
}
