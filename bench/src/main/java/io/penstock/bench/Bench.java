package io.penstock.bench;

import io.penstock.bench.peer.PeerCommand;
import io.penstock.bench.serving.ServingCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code bench/run}. */
@Command(name = "bench/run", description = "Measures Penstock; 'bench/run micro' runs the JMH benchmarks.",
    subcommands = {EndToEndCommand.class, StagesCommand.class, ServingCommand.class, SoakCommand.class, PageSoakCommand.class,
        TrainingCommand.class, TrainingSideCommand.class, PeerCommand.class}, mixinStandardHelpOptions = true)
public final class Bench {

    private Bench() {
    }

    /** Runs a benchmark and exits. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
