package io.penstock.bench.micro;

import io.penstock.app.client.FormFiles;
import io.penstock.app.client.FormFiles.FormFile;
import io.penstock.app.config.Settings;
import io.penstock.app.read.DirectReader;
import io.penstock.app.stage.Stage;
import io.penstock.schema.Page;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.InvalidFormException;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.registration.FormRegistrar;
import io.penstock.segment.registration.Registrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

/** Which form lies on a page, and where, among the shipped forms and others: what one more form costs is the slope over {@code others}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class RegistrationBenchmark {

    /** The scan, below the project's root or absolute. */
    @Param({"samples/tally-0003.pdf", "samples/us-cheque-0005.pdf"})
    public String document;

    /** How many forms are registered beside the shipped ones. */
    @Param({"0", "20"})
    public int others;

    private final FormRegistrar registrar = new FormRegistrar();
    private List<FormDefinition> forms;
    private PageImage image;
    private Double dpi;

    /** Reads the scan once. */
    @Setup
    public void read() throws IOException, InvalidFormException, InterruptedException {
        Path home = Path.of(System.getProperty("penstock.home", "."));
        Settings settings = Settings.of(Stage.definitions(), null, System.getenv(), Map.of());
        forms = new ArrayList<>(FormFiles.read(List.of(home.resolve("forms"))).stream().map(FormFile::definition).toList());
        for (int i = 0; i < others; i++) {
            forms.add(other(i));
        }
        try (DirectReader reader = new DirectReader(settings, forms)) {
            Page page = reader.pages(document, Files.readAllBytes(home.resolve(document))).get(0);
            byte[] bytes = new byte[page.getImage().remaining()];
            page.getImage().duplicate().get(bytes);
            image = PageImage.decode(bytes, page.getRotation()).orElseThrow();
            dpi = page.getDpi();
        }
    }

    /** Returns a form of ten frames in places that depend on a number. */
    private static FormDefinition other(int index) {
        Random random = new Random(index);
        List<Area> frames = random.ints(10, 0, 1000)
            .mapToObj(n -> new Area(10 + n % 50, 10 + n / 4, 60 + random.nextInt(80), 8 + random.nextInt(30))).toList();
        return new FormDefinition("other-" + index, "1", "other", 210, 297, List.of(), frames, List.of(), List.of(), List.of(), List.of(),
            0.5, 0.7);
    }

    /** Frees the page. */
    @TearDown
    public void close() {
        image.close();
    }

    /** The page's map and the search among all forms. */
    @Benchmark
    public Registrations registration() {
        return registrar.registerAll(image, dpi, forms);
    }
}
