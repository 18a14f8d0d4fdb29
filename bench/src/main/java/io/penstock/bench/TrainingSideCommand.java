package io.penstock.bench;

import com.sun.management.OperatingSystemMXBean;
import io.penstock.app.files.TemporaryFolder;
import io.penstock.synth.augment.Augmentation;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.run.EpochResult;
import io.penstock.train.run.Schedule;
import io.penstock.train.run.TrainOptions;
import io.penstock.train.run.TrainProgress;
import io.penstock.train.run.Trainer;
import io.penstock.train.sample.AugmentedDigits;
import io.penstock.train.sample.Validation;
import io.penstock.train.zoo.Architecture;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code training-side}: one side of {@code training}, in the configuration of this JVM; prints images a second and a processor second. */
@Command(name = "training-side", hidden = true)
final class TrainingSideCommand implements Callable<Integer> {

    private static final int BATCH = 128;

    @Option(names = "--batches", required = true)
    private int batches;

    @Option(names = "--warmup", required = true)
    private int warmup;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DigitSet noise = noise(BATCH * (warmup + batches));
        StopWatch watch = new StopWatch(warmup);
        try (TemporaryFolder folder = TemporaryFolder.create("penstock-bench")) {
            TrainOptions options = new TrainOptions(Architecture.CNN, Architecture.CNN.classes(), 1, 1, BATCH, Schedule.COSINE, 1e-3,
                0.999, 0, folder.path(), true);
            new Trainer(options, new AugmentedDigits(noise, Augmentation.customary()), Validation.of(noise.where(i -> i < BATCH)), watch)
                .train();
        }
        Speed speed = watch.speed((long) batches * BATCH);
        System.out.println(speed.byClock() + " " + speed.byProcessor());
        return 0;
    }

    /** Learning takes as long on noise as on digits. */
    private static DigitSet noise(int count) {
        Random random = new Random(1);
        byte[][] images = new byte[count][DigitSet.PIXELS];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            random.nextBytes(images[i]);
            labels[i] = (byte) (i % 10);
        }
        return new DigitSet(images, labels);
    }

    /**
     * How fast a side learns.
     *
     * @param byClock     images a second
     * @param byProcessor images a second of processor time, that of all threads of the JVM
     */
    record Speed(double byClock, double byProcessor) {

        static Speed parse(String line) {
            String[] parts = line.split(" ");
            return new Speed(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        }
    }

    /** Starts after the warm-up and stops at the last batch. */
    private static final class StopWatch implements TrainProgress {

        private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private int left;
        private long clock;
        private long processor;
        private double seconds;
        private double processorSeconds;

        private StopWatch(int warmup) {
            this.left = warmup;
        }

        @Override
        public void advanced(int epoch, int epochs, double done, double loss) {
            if (--left == 0) {
                clock = System.nanoTime();
                processor = process.getProcessCpuTime();
            }
            seconds = (System.nanoTime() - clock) / 1e9;
            processorSeconds = (process.getProcessCpuTime() - processor) / 1e9;
        }

        @Override
        public void validated(EpochResult result) {
            // the last batch was the end
        }

        private Speed speed(long images) {
            return new Speed(images / seconds, images / processorSeconds);
        }
    }
}
