package io.penstock.train.run;

import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelRecord.DataUsed;
import io.penstock.classify.model.ModelStore;
import io.penstock.train.augment.Augmentation;
import io.penstock.train.data.DataFolder;
import io.penstock.train.data.DigitSet;
import io.penstock.train.zoo.Architecture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * One network from the data sets to the model store: trains it by its recipe, measures it on MNIST's test half, writes weights and record.
 *
 * @param folder where the data sets are
 * @param models folder of the model store that the network is added to
 */
public record TrainRun(DataFolder folder, Path models) {

    /**
     * Trains and exports.
     *
     * @return what was written beside the weights
     * @throws InterruptedException where the thread is interrupted; the run can be resumed
     */
    public ModelRecord run(TrainOptions options, TrainProgress progress) throws InterruptedException {
        NativeBackend.prepare();
        TrainingData data = TrainingData.of(folder);
        Trainer trainer = options.architecture() == Architecture.REJECT
            ? new Trainer(options, new DigitsAndRubbish(data.training(), Augmentation.standard()),
                new RejectSamples(data.validation()).validation(), progress)
            : new Trainer(options, new AugmentedDigits(data.training(), Augmentation.standard()), Validation.of(data.validation()), progress);
        return export(trainer.train(), data);
    }

    private ModelRecord export(TrainedNetwork trained, TrainingData data) {
        ModelExport export = ModelExport.of(trained.weights());
        TrainOptions options = trained.options();
        MultiLayerNetwork network = load(trained.weights());
        try {
            ModelRecord record = new ModelRecord(export.hash().hex(), options.architecture().id(), network.numParams(),
                options.classes(), options.seed(), options.epochs(), trained.best().epoch(), dataUsed(data),
                "validation: writers of MNIST's training half drawn by seed " + TrainingData.SPLIT_SEED + " until they have written "
                    + TrainingData.VALIDATION_DIGITS + " digits (writers by QMNIST); no writer trains and validates",
                recipe(options), measured(trained, network, data), LocalDate.now(ZoneOffset.UTC).toString(),
                "penstock train --model " + options.architecture().id() + " --seed " + options.seed() + " --epochs "
                    + options.epochs(),
                trained.history().stream().map(EpochResult::recorded).toList());
            ModelStore.write(models, record, export.content());
            return record;
        } finally {
            network.close();
        }
    }

    private Map<String, Double> measured(TrainedNetwork trained, MultiLayerNetwork network, TrainingData data) {
        Map<String, Double> measured = new LinkedHashMap<>();
        measured.put("validationAccuracy", trained.best().validationAccuracy());
        measured.put("validationLoss", trained.best().validationLoss());
        DigitSet test = folder.mnistTest();
        if (trained.options().architecture() == Architecture.REJECT) {
            measured.putAll(new RejectSamples(data.validation()).measure(network));
            measured.put("testFalseReject", new RejectSamples(test).measure(network).get("falseReject"));
        } else {
            measured.put("testAccuracy", Validation.of(test).accuracy(network));
        }
        return measured;
    }

    private List<DataUsed> dataUsed(TrainingData data) {
        String mnist = "MNIST, training half";
        return List.of(
            new DataUsed(mnist, "training", data.mnistTraining(), "md5:" + DataFolder.md5("train-images-idx3-ubyte")),
            new DataUsed(mnist, "validation", data.validation().size(), "md5:" + DataFolder.md5("train-images-idx3-ubyte")),
            new DataUsed("Semeion Handwritten Digit (UCI), first 40 writers", "training, four times", data.semeion(),
                FileDigest.sha256(folder.semeion())),
            new DataUsed("Optical Recognition of Handwritten Digits, original bitmaps (UCI), first half", "training, four times",
                data.optical(), FileDigest.sha256(folder.optdigits())),
            new DataUsed("MNIST, test half", "test", 10_000, "md5:" + DataFolder.md5("t10k-images-idx3-ubyte")));
    }

    private static Map<String, String> recipe(TrainOptions options) {
        Map<String, String> recipe = new LinkedHashMap<>();
        recipe.put("updater", "Adam");
        recipe.put("batch", Integer.toString(options.batch()));
        recipe.put("schedule", options.schedule().id());
        recipe.put("peakRate", Double.toString(options.peakRate()));
        recipe.put("averageDecay", Double.toString(options.averageDecay()));
        recipe.put("patience", Integer.toString(options.patience()));
        recipe.put("augmentation", Augmentation.standard().toString());
        recipe.put("samples", options.architecture() == Architecture.REJECT
            ? "digits, drawn digits a sixth as many, generated rubbish half as many" : "digits, drawn digits a twelfth as many");
        recipe.put("selection", "epoch of the highest validation accuracy, of equals the lowest validation loss");
        return recipe;
    }

    private static MultiLayerNetwork load(Path weights) {
        try {
            return ModelSerializer.restoreMultiLayerNetwork(weights.toFile(), false);
        } catch (IOException e) {
            throw new UncheckedIOException("the network " + weights + " cannot be read", e);
        }
    }
}
