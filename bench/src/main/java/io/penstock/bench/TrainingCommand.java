package io.penstock.bench;

import io.penstock.bench.TrainingSideCommand.Speed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code training}: the trainer on the {@code cnn} network as Penstock sets Deeplearning4j up, beside the same in Deeplearning4j's stock
 * configuration. Each side has a JVM of its own; they differ in one system property.
 */
@Command(name = "training", description = "Images learnt a second, beside Deeplearning4j's stock configuration.",
    mixinStandardHelpOptions = true)
final class TrainingCommand implements Callable<Integer> {

    private static final String HELPERS_DISABLED = "-Dorg.eclipse.deeplearning4j.helpers.disable=";

    @Option(names = "--batches", paramLabel = "N", defaultValue = "40",
        description = "Batches of 128 a side and round; default: ${DEFAULT-VALUE}.")
    private int batches;

    @Option(names = "--warmup", paramLabel = "N", defaultValue = "5", description = "Batches before them; default: ${DEFAULT-VALUE}.")
    private int warmup;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "1", description = "Alternating rounds; default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        System.out.println("round  stock img/s  ours img/s  ratio  stock img/cpu-s  ours img/cpu-s  by processor time");
        for (int round = 1; round <= rounds; round++) {
            Speed stock = measure(true);
            Speed ours = measure(false);
            double ratio = ours.byClock() / stock.byClock();
            ratios.add(ratio);
            System.out.printf(Locale.ROOT, "%5d %12.1f %11.1f %6.2f %16.1f %15.1f %18.2f%n", round, stock.byClock(), ours.byClock(), ratio,
                stock.byProcessor(), ours.byProcessor(), ours.byProcessor() / stock.byProcessor());
        }
        ratios.sort(Comparator.naturalOrder());
        System.out.printf(Locale.ROOT, "median ratio %.2f%n", ratios.get(ratios.size() / 2));
        return 0;
    }

    private Speed measure(boolean stock) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(argument -> !argument.startsWith(HELPERS_DISABLED))
            .forEach(command::add);
        command.addAll(List.of(HELPERS_DISABLED + stock, "-cp", System.getProperty("java.class.path"), Bench.class.getName(),
            "training-side", "--batches=" + batches, "--warmup=" + warmup));
        Process side = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(side.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (side.waitFor() != 0) {
            throw new IllegalStateException("the side with " + HELPERS_DISABLED + stock + " ended with " + side.exitValue());
        }
        return Speed.parse(output.lines().reduce((first, last) -> last).orElseThrow());
    }
}
