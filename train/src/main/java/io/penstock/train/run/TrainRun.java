package io.penstock.train.run;

import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelRecord.DataUsed;
import io.penstock.classify.model.ModelStore;
import io.penstock.train.data.DataFolder;
import io.penstock.train.sample.LineData;
import io.penstock.train.sample.SampleSet;
import io.penstock.train.sample.SampleSource;
import io.penstock.train.sample.TrainingData;
import io.penstock.train.sample.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * One network from the data sets to the model store: trains it, measures it on MNIST's test half, writes weights, record and learning
 * curves. What was trained and exported before is not done again.
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
     * @throws TrainException       where the folder holds a run that cannot be gone on with
     */
    public ModelRecord run(TrainTask task, TrainProgress progress) throws InterruptedException {
        NativeBackend.prepare();
        RunFolder work = new RunFolder(task.options().work());
        Optional<String> exported = work.exported(task.identity()).filter(hash -> ModelStore.in(models).has(hash));
        if (exported.isPresent() && task.options().resume()) {
            return ModelStore.in(models).record(exported.get());
        }
        TrainingData data = task.samples().read(folder);
        SampleSource source = task.samples().source(folder, data, task.options().seed());
        TrainedNetwork trained = new Trainer(task.options(), source, task.samples().validation(folder, data), progress, task.origin(models))
            .train();
        new LearningCurves(task.identity(), trained.history()).write(work.path());
        ModelRecord record = export(task, trained, data);
        work.markExported(task.identity(), record.hash());
        return record;
    }

    private ModelRecord export(TrainTask task, TrainedNetwork trained, TrainingData data) {
        TrainOptions options = trained.options();
        MultiLayerNetwork network = load(trained.weights());
        try {
            ModelExport export = ModelExport.of(trained.weights(), network);
            ModelRecord record = new ModelRecord(export.hash().hex(), options.architecture().id(), network.numParams(),
                options.classes(), options.seed(), options.epochs(), trained.best().epoch(),
                dataUsed(data, task.samples() == SampleSet.LINES),
                TrainingData.split(folder) + task.samples().validatedToo(),
                recipe(task), measured(task, trained, network), LocalDate.now(ZoneOffset.UTC).toString(), task.command(),
                trained.history().stream().map(EpochResult::recorded).toList());
            ModelStore.write(models, record, export.content());
            return record;
        } finally {
            network.close();
        }
    }

    private Map<String, Double> measured(TrainTask task, TrainedNetwork trained, MultiLayerNetwork network) {
        Validation.Score test = task.samples().test(folder).score(network);
        Map<String, Double> measured = new LinkedHashMap<>();
        measured.put("validationAccuracy", trained.best().validationAccuracy());
        measured.put("validationLoss", trained.best().validationLoss());
        measured.put("testAccuracy", test.accuracy());
        measured.put("testLoss", test.loss());
        measured.put("trainingSeconds", trained.history().stream().mapToDouble(EpochResult::seconds).sum());
        return measured;
    }

    private List<DataUsed> dataUsed(TrainingData data, boolean lines) {
        String mnist = "MNIST, training half";
        List<DataUsed> used = new ArrayList<>();
        used.add(new DataUsed(mnist, "training", data.mnistTraining(), "md5:" + DataFolder.md5("train-images-idx3-ubyte")));
        used.add(new DataUsed(mnist, "validation", data.validation().size(), "md5:" + DataFolder.md5("train-images-idx3-ubyte")));
        if (data.semeion() > 0) {
            used.add(new DataUsed("Semeion Handwritten Digit (UCI), first 40 writers", "training, four times", data.semeion(),
                FileDigest.sha256(folder.semeion())));
        }
        if (data.optical() > 0) {
            used.add(new DataUsed("Optical Recognition of Handwritten Digits, original bitmaps (UCI), first half", "training, four times",
                data.optical(), FileDigest.sha256(folder.optdigits())));
        }
        if (data.own() > 0 && !lines) {
            used.add(new DataUsed("digits that people read in documents of their own", "training, four times", data.own(),
                FileDigest.sha256(folder.corrections().resolve("images-idx3-ubyte"))));
        }
        if (lines && Files.exists(folder.pendigitsTraining()) && Files.exists(folder.pendigitsTest())) {
            used.add(new DataUsed("Pen-Based Recognition of Handwritten Digits, pen paths (UCI), 30 training writers", "training",
                LineData.recorded(folder.pendigitsTraining()), FileDigest.sha256(folder.pendigitsTraining())));
            used.add(new DataUsed("Pen-Based Recognition of Handwritten Digits, pen paths (UCI), 14 other writers", "validation",
                LineData.recorded(folder.pendigitsTest()), FileDigest.sha256(folder.pendigitsTest())));
        }
        used.add(new DataUsed("MNIST, test half", "test", 10_000, "md5:" + DataFolder.md5("t10k-images-idx3-ubyte")));
        return used;
    }

    private static Map<String, String> recipe(TrainTask task) {
        TrainOptions options = task.options();
        Map<String, String> recipe = new LinkedHashMap<>();
        if (task.from() != null) {
            recipe.put("from", task.from());
        }
        recipe.put("updater", "Adam");
        recipe.put("batch", Integer.toString(options.batch()));
        recipe.put("schedule", options.schedule().id());
        recipe.put("peakRate", Double.toString(options.peakRate()));
        recipe.put("averageDecay", Double.toString(options.averageDecay()));
        recipe.put("patience", Integer.toString(options.patience()));
        recipe.put("samples", task.samples().id() + ": " + task.samples().description());
        recipe.put("augmentation", task.samples().augmentation().toString());
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
