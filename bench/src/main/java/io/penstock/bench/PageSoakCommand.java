package io.penstock.bench;

import io.penstock.app.read.DirectReader;
import io.penstock.schema.Page;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.Pointer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code soak-pages}: the same pages again and again through registration and segmentation, to see whether the process grows. */
@Command(name = "soak-pages", mixinStandardHelpOptions = true,
    description = "Registers and cuts pages over and over and prints the process's memory: it must stay flat.")
final class PageSoakCommand implements Callable<Integer> {

    private static final double MEGABYTE = 1 << 20;

    @Mixin
    private WorkloadOptions options;

    @Option(names = "--count", paramLabel = "N", defaultValue = "10000", description = "How many pages; default: ${DEFAULT-VALUE}.")
    private long count;

    @Option(names = "--every", paramLabel = "N", defaultValue = "1000", description = "Pages from line to line; default: ${DEFAULT-VALUE}.")
    private long every;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workload workload = options.workload();
        try (DirectReader reader = new DirectReader(options.settings(), workload.definitions())) {
            List<Page> pages = new ArrayList<>();
            for (Workload.Document document : workload.documents()) {
                pages.addAll(reader.pages(document.id(), document.bytes()));
            }
            System.out.printf(Locale.ROOT, "%d pages over and over%n%10s %10s %12s %22s%n", pages.size(), "pages", "pages/s", "resident MB",
                "heap after collection");
            long clock = System.nanoTime();
            for (long done = 1; done <= count; done++) {
                CutPage.of(pages.get((int) (done % pages.size())), reader);
                if (done % every == 0 || done == count) {
                    print(done, every * 1e9 / (System.nanoTime() - clock));
                    clock = System.nanoTime();
                }
            }
        }
        return 0;
    }

    private static void print(long done, double pace) {
        System.gc();
        System.out.printf(Locale.ROOT, "%,10d %,10.1f %,12.0f %,19.1f MB%n", done, pace, Pointer.physicalBytes() / MEGABYTE,
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE);
    }
}
