package io.penstock.bench;

import com.sun.management.OperatingSystemMXBean;
import io.penstock.app.config.Settings;
import io.penstock.app.read.DirectReader;
import io.penstock.app.stage.Stage;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Page;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stages}: the processor time that a page costs in the class of each stage, and in turning its records into bytes and back. */
@Command(name = "stages", description = "Processor time a page costs in the class of each stage, one thread.",
    mixinStandardHelpOptions = true)
final class StagesCommand implements Callable<Integer> {

    @Mixin
    private WorkloadOptions options;

    @Option(names = "--warmup", paramLabel = "N", defaultValue = "10", description = "Passes that do not count; default: ${DEFAULT-VALUE}.")
    private int warmup;

    @Option(names = "--passes", paramLabel = "N", defaultValue = "10", description = "Passes that count; default: ${DEFAULT-VALUE}.")
    private int passes;

    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
    private long wireNanos;
    private long wireBytes;
    private long glyphs;
    private int pages;

    /** A step whose processor time is taken; that of all threads of the process, as decoders and networks have threads of their own. */
    private interface Step<T> {
        T run() throws IOException, InterruptedException;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workload workload = options.workload();
        Settings settings = options.settings();
        try (DirectReader reader = new DirectReader(settings, workload.definitions())) {
            for (int i = -warmup; i < passes; i++) {
                if (i == 0) {
                    reset();
                }
                for (Workload.Document document : workload.documents()) {
                    read(reader, settings.pipeline().topics(), document);
                }
            }
        }
        print();
        return 0;
    }

    private void reset() {
        nanos.clear();
        wireNanos = 0;
        wireBytes = 0;
        glyphs = 0;
        pages = 0;
    }

    private void read(DirectReader reader, TopicCatalogue topics, Workload.Document document) throws IOException, InterruptedException {
        for (Page page : timed(Stage.INGEST, () -> reader.pages(document.id(), document.bytes()))) {
            CutPage cut = timed(Stage.SEGMENT, () -> CutPage.of(page, reader));
            ClassifiedPage classified = timed(Stage.CLASSIFY, () -> reader.classify(cut.fields()));
            timed(Stage.SINK, () -> reader.decode(classified));
            wire(topics.pages(), page);
            wire(topics.glyphs(), cut.fields());
            wire(topics.readings(), classified);
            glyphs += cut.inked();
            pages++;
        }
    }

    private <T> T timed(Stage stage, Step<T> step) throws IOException, InterruptedException {
        long before = process.getProcessCpuTime();
        T result = step.run();
        nanos.merge(stage, process.getProcessCpuTime() - before, Long::sum);
        return result;
    }

    private <V> void wire(Topic<V> topic, V value) {
        long before = process.getProcessCpuTime();
        byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
        topic.values().deserializer().deserialize(topic.name(), bytes);
        wireNanos += process.getProcessCpuTime() - before;
        wireBytes += bytes.length;
    }

    private void print() {
        System.out.printf(Locale.ROOT, "%d pages, %.1f glyphs a page; ms of processor time a page:%n", pages, (double) glyphs / pages);
        nanos.forEach((stage, sum) -> System.out.printf(Locale.ROOT, "%-10s %7.2f%n", stage.shortName(), sum / 1e6 / pages));
        System.out.printf(Locale.ROOT, "%-10s %7.2f   (%.0f kB a page to bytes and back)%n", "records", wireNanos / 1e6 / pages,
            wireBytes / 1e3 / pages);
    }
}
