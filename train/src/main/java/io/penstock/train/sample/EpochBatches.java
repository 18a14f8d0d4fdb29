package io.penstock.train.sample;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.engine.plan.Shape;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The batches of one epoch, made ahead by threads of its own while the network learns.
 *
 * <p>Order and variants depend on the seed and the epoch alone, not on the number of threads. The last, smaller batch is left out.
 */
public final class EpochBatches implements AutoCloseable {

    private static final int AHEAD = 6;

    private final SampleSource source;
    private final int classes;
    private final int batchSize;
    private final long seed;
    private final int[] order;
    private final ExecutorService threads;
    private final Queue<Future<Batch>> ahead = new ArrayDeque<>();
    private int next;

    /** Starts to make the batches of an epoch; the same seed gives the same ones. */
    public EpochBatches(SampleSource source, int classes, int batchSize, long seed) {
        this.source = source;
        this.classes = classes;
        this.batchSize = batchSize;
        this.seed = seed;
        this.order = shuffled(source.size(), new SplittableRandom(seed));
        this.threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread thread = new Thread(task, "augment");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Returns how many batches the epoch has. */
    public int count() {
        return order.length / batchSize;
    }

    /** Returns the next batch, or null after the last one. */
    public Batch next() throws InterruptedException {
        while (ahead.size() < AHEAD && next < count()) {
            int number = next++;
            ahead.add(threads.submit(() -> make(number)));
        }
        Future<Batch> first = ahead.poll();
        try {
            return first == null ? null : first.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch could not be made", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Batch make(int number) {
        int pixels = source.shape().size();
        int answers = answers();
        float[] features = new float[batchSize * pixels];
        float[] labels = new float[batchSize * answers];
        for (int i = 0; i < batchSize; i++) {
            int index = order[number * batchSize + i];
            SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (index + 1));
            source.write(index, random, features, i * pixels, labels, i * answers);
        }
        return new Batch(features, labels, batchSize);
    }

    private int answers() {
        return source.shape().equals(Shape.LINE) ? classes * DigitClassifier.FRAMES : classes;
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
