package io.penstock.train.run;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.engine.plan.Shape;
import io.penstock.train.run.TrainException.Code;
import io.penstock.train.sample.Batch;
import io.penstock.train.sample.EpochBatches;
import io.penstock.train.sample.SampleSource;
import io.penstock.train.sample.Validation;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains one network: Adam under a schedule, a moving average of the weights, a checkpoint after each epoch, the best epoch chosen on
 * validation images, an end where none gets better. A run that was broken off goes on after its last whole epoch, with the same result as
 * if it had not been.
 */
public final class Trainer {

    private static final int RATE_EVERY = 20;

    private final TrainOptions options;
    private final SampleSource samples;
    private final Validation validation;
    private final TrainProgress progress;
    private final Origin origin;

    /** Trains the options' architecture on {@code samples}, chooses on {@code validation}. */
    public Trainer(TrainOptions options, SampleSource samples, Validation validation, TrainProgress progress) {
        this(options, samples, validation, progress, Origin.random(options));
    }

    /** Trains on from what there is. */
    public Trainer(TrainOptions options, SampleSource samples, Validation validation, TrainProgress progress, Origin origin) {
        this.options = options;
        this.samples = samples;
        this.validation = validation;
        this.progress = progress;
        this.origin = origin;
    }

    /**
     * Trains until all epochs are done or none gets better.
     *
     * @return the run: its history and where its best network lies
     * @throws InterruptedException where the thread is interrupted; the last whole epoch is kept
     * @throws TrainException       where the folder holds a run that cannot be gone on with
     */
    public TrainedNetwork train() throws InterruptedException {
        NativeBackend.prepare();
        RunFolder folder = new RunFolder(options.work());
        Checkpoint start = start(folder);
        List<EpochResult> history = new ArrayList<>(start.history());
        WeightAverage average = new WeightAverage(start.average(), options.averageDecay());
        try {
            while (!isOver(history)) {
                EpochResult result = epoch(start.network(), average, history);
                history.add(result);
                folder.keep(new Checkpoint(start.identity(), start.network(), start.average(), history));
                progress.validated(result);
            }
        } finally {
            start.close();
        }
        return new TrainedNetwork(options, List.copyOf(history), EpochResult.best(history), folder.best());
    }

    private Checkpoint start(RunFolder folder) {
        String identity = options.identity() + ", " + samples.size() + " samples an epoch"
            + (origin.name().isEmpty() ? "" : ", from " + origin.name());
        if (!folder.hasCheckpoint()) {
            MultiLayerNetwork network = origin.network().get();
            return new Checkpoint(identity, network, WeightAverage.beginning(network), List.of());
        }
        if (!options.resume()) {
            throw new TrainException(Code.RUN_EXISTS, options.work() + " already holds a run: resume it or choose another folder");
        }
        Checkpoint found = Checkpoint.read(folder.checkpoint());
        if (!found.identity().equals(identity)) {
            found.close();
            throw new TrainException(Code.RUN_DIFFERS, options.work() + " holds a run of " + found.identity() + ", not of " + identity
                + ": use the same options or choose another folder");
        }
        return found;
    }

    private boolean isOver(List<EpochResult> history) {
        if (history.isEmpty()) {
            return false;
        }
        int sinceBest = history.size() - EpochResult.best(history).epoch();
        return history.size() >= options.epochs() || options.patience() > 0 && sinceBest >= options.patience();
    }

    private EpochResult epoch(MultiLayerNetwork network, WeightAverage average, List<EpochResult> history) throws InterruptedException {
        int epoch = history.size() + 1;
        long started = System.nanoTime();
        long seed = options.seed() * 1_000_003L + epoch;
        // dropout draws from ND4J's generator: set anew each epoch, a resumed run drops what an unbroken one would
        Nd4j.getRandom().setSeed(seed);
        double loss = 0;
        double rate = 0;
        try (EpochBatches batches = new EpochBatches(samples, options.classes(), options.batch(), seed)) {
            int count = batches.count();
            for (int i = 0; i < count; i++) {
                long step = (long) (epoch - 1) * count + i;
                Schedule.Moment now = new Schedule.Moment(step, count, options.epochs(), history);
                if (i % RATE_EVERY == 0) {
                    rate = options.schedule().rate(options.peakRate(), now);
                    network.setLearningRate(rate);
                }
                loss += learn(network, batches.next());
                average.add(network, step);
                progress.advanced(epoch, options.epochs(), (step + 1.0) / now.steps(), loss / (i + 1));
            }
            loss /= Math.max(1, count);
        }
        Validation.Score score = validation.score(average.network());
        return new EpochResult(epoch, loss, score.accuracy(), score.loss(), rate, (System.nanoTime() - started) / 1e9);
    }

    private double learn(MultiLayerNetwork network, Batch batch) {
        Shape in = samples.shape();
        int[] label = in.equals(Shape.LINE) ? new int[] {batch.size(), options.classes(), 1, DigitClassifier.FRAMES}
            : new int[] {batch.size(), options.classes()};
        try (INDArray features = Nd4j.create(batch.features(), new int[] {batch.size(), 1, in.height(), in.width()});
             INDArray labels = Nd4j.create(batch.labels(), label)) {
            network.fit(features, labels);
            return network.score();
        }
    }
}
