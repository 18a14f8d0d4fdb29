package io.penstock.train.run;

import io.penstock.classify.engine.NativeBackend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains one network: Adam, a learning rate that falls along a cosine, a checkpoint after each epoch, the best epoch chosen on validation
 * images. A run that was broken off goes on after its last whole epoch, with the same result as if it had not been.
 */
public final class Trainer {

    private static final int RATE_EVERY = 20;

    private final TrainOptions options;
    private final SampleSource samples;
    private final Validation validation;
    private final TrainProgress progress;

    /** Trains on {@code samples}, chooses on {@code validation}. */
    public Trainer(TrainOptions options, SampleSource samples, Validation validation, TrainProgress progress) {
        this.options = options;
        this.samples = samples;
        this.validation = validation;
        this.progress = progress;
    }

    /**
     * Trains until all epochs are done.
     *
     * @return the run: its history and where its best network lies
     * @throws InterruptedException  where the thread is interrupted; the last whole epoch is kept
     * @throws IllegalStateException where the folder holds a run and resuming was not asked for
     */
    public TrainedNetwork train() throws InterruptedException {
        NativeBackend.prepare();
        RunFolder folder = new RunFolder(options.work());
        if (folder.hasCheckpoint() && !options.resume()) {
            throw new IllegalStateException(options.work() + " already holds a run; resume it or choose another folder");
        }
        List<EpochResult> history = new ArrayList<>(folder.hasCheckpoint() ? folder.readHistory() : List.of());
        MultiLayerNetwork network = folder.hasCheckpoint() ? folder.readCheckpoint() : options.architecture().create(options.seed());
        try {
            for (int epoch = history.size() + 1; epoch <= options.epochs(); epoch++) {
                EpochResult result = epoch(network, epoch);
                boolean best = history.stream().allMatch(earlier -> earlier.validationAccuracy() <= result.validationAccuracy());
                history.add(result);
                folder.keep(network, history, best);
                progress.validated(result);
            }
        } finally {
            network.close();
        }
        return new TrainedNetwork(options, List.copyOf(history), best(history), folder.best());
    }

    private EpochResult epoch(MultiLayerNetwork network, int epoch) throws InterruptedException {
        long started = System.nanoTime();
        long seed = options.seed() * 1_000_003L + epoch;
        // dropout draws from ND4J's generator: set anew each epoch, a resumed run drops what an unbroken one would
        Nd4j.getRandom().setSeed(seed);
        double loss = 0;
        double rate = 0;
        try (EpochBatches batches = new EpochBatches(samples, options.architecture().classes(), options.batch(), seed)) {
            int count = batches.count();
            LearningRate schedule = new LearningRate(options.peakRate(), count / 2, (long) count * options.epochs());
            for (int i = 0; i < count; i++) {
                long step = (long) (epoch - 1) * count + i;
                if (i % RATE_EVERY == 0) {
                    rate = schedule.at(step);
                    network.setLearningRate(rate);
                }
                loss += learn(network, batches.next());
                progress.advanced(epoch, options.epochs(), (step + 1.0) / ((double) count * options.epochs()), loss / (i + 1));
            }
            loss /= Math.max(1, count);
        }
        double accuracy = validation.accuracy(network);
        return new EpochResult(epoch, loss, accuracy, rate, (System.nanoTime() - started) / 1e9);
    }

    private double learn(MultiLayerNetwork network, Batch batch) {
        try (INDArray features = Nd4j.create(batch.features(), new int[] {batch.size(), 1, 28, 28});
             INDArray labels = Nd4j.create(batch.labels(), new int[] {batch.size(), options.architecture().classes()})) {
            network.fit(features, labels);
            return network.score();
        }
    }

    private static EpochResult best(List<EpochResult> history) {
        return history.stream().reduce((a, b) -> Comparator.comparingDouble(EpochResult::validationAccuracy).compare(a, b) > 0 ? a : b)
            .orElseThrow();
    }
}
