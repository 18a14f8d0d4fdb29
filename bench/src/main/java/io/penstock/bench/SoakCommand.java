package io.penstock.bench;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.ensemble.EnsembleClassifier;
import io.penstock.classify.ensemble.EnsembleClassifier.Answered;
import io.penstock.classify.model.ModelStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code soak}: pages of glyphs without end through one classifier, to see whether the process grows. */
@Command(name = "soak", mixinStandardHelpOptions = true,
    description = "Classifies glyphs in pages of 1 to 150 and prints the process's memory: it must stay flat.")
final class SoakCommand implements Callable<Integer> {

    private static final int PAGE = 150;
    private static final double MEGABYTE = 1 << 20;

    @Option(names = "--models", paramLabel = "DIR", description = "Folder of models; default: those that ship.")
    private Path models;

    @Option(names = "--ensemble", paramLabel = "NAME", defaultValue = DigitClassifier.DEFAULT_ENSEMBLE,
        description = "Default: ${DEFAULT-VALUE}.")
    private String name;

    @Option(names = "--glyphs", paramLabel = "N", defaultValue = "1000000", description = "How many; default: ${DEFAULT-VALUE}.")
    private long glyphs;

    @Option(names = "--every", paramLabel = "N", defaultValue = "50000",
        description = "Glyphs from line to line; default: ${DEFAULT-VALUE}.")
    private long every;

    @Option(names = "--reload", description = "Load the ensemble anew at every line, as when one is published.")
    private boolean reload;

    private final Random random = new Random(1);

    @Override
    public Integer call() {
        System.out.printf(Locale.ROOT, "%12s %10s %12s %14s %12s %12s%n", "glyphs", "glyphs/s", "resident MB", "JavaCPP's MB", "by gate",
            "by members");
        EnsembleClassifier classifier = load();
        try {
            long done = 0;
            long reported = 0;
            long clock = System.nanoTime();
            while (done < glyphs) {
                List<byte[]> page = Stream.generate(this::glyph).limit(1 + random.nextInt(PAGE)).toList();
                done += classifier.classify(page).length;
                if (done - reported >= every || done >= glyphs) {
                    print(done, (done - reported) * 1e9 / (System.nanoTime() - clock), classifier.answered());
                    if (reload) {
                        classifier.close();
                        classifier = load();
                    }
                    reported = done;
                    clock = System.nanoTime();
                }
            }
        } finally {
            classifier.close();
        }
        return 0;
    }

    private EnsembleClassifier load() {
        ModelStore store = models == null ? ModelStore.shipped() : ModelStore.in(models);
        return EnsembleClassifier.load(store, name, EnsembleClassifier.DEFAULT_BATCH);
    }

    private static void print(long done, double pace, Answered answered) {
        System.out.printf(Locale.ROOT, "%,12d %,10.0f %,12.0f %14.2f %,12d %,12d%n", done, pace, Pointer.physicalBytes() / MEGABYTE,
            Pointer.totalBytes() / MEGABYTE, answered.byGate(), answered.byMembers());
    }

    /** A ring, which is a zero, or a cloud of dots, which is nothing: both for the gate and for the members. */
    private byte[] glyph() {
        byte[] glyph = new byte[DigitClassifier.GLYPH_BYTES];
        double radius = 4 + random.nextInt(8);
        boolean ring = random.nextBoolean();
        for (int at = 0; at < glyph.length; at++) {
            double distance = Math.abs(Math.hypot(at % 28 - 13.5, at / 28 - 13.5) - radius);
            glyph[at] = (byte) (ring ? Math.round(255 * Math.max(0, 1 - distance / 2)) : random.nextInt(256) * random.nextInt(2));
        }
        return glyph;
    }
}
