package io.penstock.bench.micro;

import io.penstock.classify.ClassifyConfig;
import io.penstock.classify.digit.DigitClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Glyphs a second through the shipped ensemble, 1,024 in a call, by how many go through a network at once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ClassifierBenchmark {

    private static final int GLYPHS = 1024;

    /** Glyphs that go through a network at once. */
    @Param({"1", "4", "16", "64"})
    public String batch;

    private final List<byte[]> glyphs = new ArrayList<>();
    private DigitClassifier classifier;

    /** Draws a ring of another size in each glyph: the time does not depend on what is drawn. */
    @Setup
    public void load() {
        classifier = ClassifyConfig.of(Map.of("classify.batch", batch)).classifier();
        for (int i = 0; i < GLYPHS; i++) {
            glyphs.add(ring(4 + i % 7));
        }
    }

    private static byte[] ring(double radius) {
        byte[] glyph = new byte[DigitClassifier.GLYPH_BYTES];
        for (int at = 0; at < glyph.length; at++) {
            double distance = Math.abs(Math.hypot(at % 28 - 13.5, at / 28 - 13.5) - radius);
            glyph[at] = (byte) Math.round(255 * Math.max(0, 1 - distance / 2));
        }
        return glyph;
    }

    /** Frees the networks. */
    @TearDown
    public void close() {
        classifier.close();
    }

    /** Glyphs through the ensemble. */
    @Benchmark
    @OperationsPerInvocation(GLYPHS)
    public float[][] classification() {
        return classifier.classify(glyphs);
    }
}
