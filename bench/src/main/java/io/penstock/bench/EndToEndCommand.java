package io.penstock.bench;

import io.penstock.app.config.Settings;
import io.penstock.app.stage.Stage;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code end-to-end}: pages a second of the warm stream beside the same classes called directly, in alternating rounds. */
@Command(name = "end-to-end", description = "The warm stream beside the same classes called directly: pages/s, glyphs/s, ratio.",
    mixinStandardHelpOptions = true)
final class EndToEndCommand implements Callable<Integer> {

    @Mixin
    private WorkloadOptions options;

    @Option(names = "--repeat", paramLabel = "N", defaultValue = "25",
        description = "Copies of each scan in a round; default: ${DEFAULT-VALUE}.")
    private int repeat;

    @Option(names = "--warmup", paramLabel = "N", defaultValue = "2",
        description = "Rounds of each that do not count; default: ${DEFAULT-VALUE}.")
    private int warmup;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Rounds of each that count; default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "0",
        description = "Threads of the direct calls; default: as many as all stages of the stream have together.")
    private int threads;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Workload workload = options.workload();
        Settings settings = options.settings();
        int workers = threads > 0 ? threads : streamThreads(settings);
        PrintStream out = System.out;
        out.printf(Locale.ROOT, "%d scans x %d, %d forms registered, %d threads each, %d processors%n", workload.documents().size(), repeat,
            workload.forms().size(), workers, Runtime.getRuntime().availableProcessors());
        try (DirectReading direct = new DirectReading(settings, workload.definitions(), workers);
             StreamReading stream = new StreamReading(settings, workload)) {
            List<Round> directly = new ArrayList<>();
            List<Round> streamed = new ArrayList<>();
            for (int i = -warmup; i < rounds; i++) {
                List<Workload.Document> documents = workload.repeated("r" + (i + warmup), repeat);
                Round one = direct.read(documents);
                Round other = stream.read(documents, one.count());
                print(out, i < 0 ? "warm-up" : "round " + (i + 1), List.of(one), List.of(other));
                if (i >= 0) {
                    directly.add(one);
                    streamed.add(other);
                }
            }
            print(out, "median", directly, streamed);
        }
        return 0;
    }

    private static void print(PrintStream out, String name, List<Round> direct, List<Round> stream) {
        out.printf(Locale.ROOT, "%-8s direct %s   stream %s   ratio %.2f, by processor time %.2f%n", name, figures(direct), figures(stream),
            median(stream, Round::pagesPerSecond) / median(direct, Round::pagesPerSecond),
            median(direct, Round::processorMillisPerPage) / median(stream, Round::processorMillisPerPage));
    }

    private static String figures(List<Round> rounds) {
        return String.format(Locale.ROOT, "%6.2f pages/s %6.0f glyphs/s %5.0f ms/page", median(rounds, Round::pagesPerSecond),
            median(rounds, Round::glyphsPerSecond), median(rounds, Round::processorMillisPerPage));
    }

    private static int streamThreads(Settings settings) {
        int processors = Runtime.getRuntime().availableProcessors();
        return Stage.names().stream().mapToInt(stage -> settings.pipeline().threads(stage, processors)).sum();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
