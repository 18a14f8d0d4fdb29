package io.penstock.bench.micro;

import io.penstock.app.client.FormFiles;
import io.penstock.app.client.FormFiles.FormFile;
import io.penstock.app.config.Settings;
import io.penstock.app.read.DirectReader;
import io.penstock.app.stage.Stage;
import io.penstock.bench.CutPage;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Page;
import io.penstock.segment.form.InvalidFormException;
import io.penstock.sink.decode.DecodedField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the first page of a document costs in each stage; {@code -p document=…} takes any scan. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class PageBenchmark {

    /** The scan, below the project's root or absolute. */
    @Param({"samples/tally-0003.pdf", "samples/us-cheque-0005.pdf"})
    public String document;

    private DirectReader reader;
    private byte[] bytes;
    private Page page;
    private CutPage cut;
    private ClassifiedPage classified;

    /** Reads the scan once. */
    @Setup
    public void read() throws IOException, InvalidFormException, InterruptedException {
        Path home = Path.of(System.getProperty("penstock.home", "."));
        Settings settings = Settings.of(Stage.definitions(), null, System.getenv(), Map.of());
        reader = new DirectReader(settings,
            FormFiles.read(List.of(home.resolve("forms"))).stream().map(FormFile::definition).toList());
        bytes = Files.readAllBytes(home.resolve(document));
        page = reader.pages(document, bytes).get(0);
        cut = CutPage.of(page, reader);
        classified = reader.classify(cut.fields());
    }

    /** Frees the networks. */
    @TearDown
    public void close() {
        reader.close();
    }

    /** Document to pages. */
    @Benchmark
    public List<Page> extraction() throws IOException, InterruptedException {
        return reader.pages(document, bytes);
    }

    /** Registration among all shipped forms, and segmentation. */
    @Benchmark
    public CutPage segmentation() {
        return CutPage.of(page, reader);
    }

    /** The page's glyphs through the networks. */
    @Benchmark
    public ClassifiedPage classification() {
        return reader.classify(cut.fields());
    }

    /** Distributions to numbers. */
    @Benchmark
    public List<DecodedField> decoding() {
        return reader.decode(classified);
    }
}
