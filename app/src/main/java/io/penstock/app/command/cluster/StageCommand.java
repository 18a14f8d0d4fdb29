package io.penstock.app.command.cluster;

import io.penstock.app.command.option.ClusterOptions;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.Interruption;
import io.penstock.app.config.Settings;
import io.penstock.app.library.NativeLibrary;
import io.penstock.app.process.StartWatchdog;
import io.penstock.app.stage.Pipeline;
import io.penstock.app.stage.Stage;
import io.penstock.classify.ClassifyConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code stage}: one or more stages against an existing cluster. */
@Command(name = "stage", header = "Run stages against an existing Kafka cluster, until Ctrl-C.",
    description = "Missing topics are created. Run the same stage in several processes to share its work.",
    footerHeading = "%nExample:%n", footer = "  ./penstock stage segment classify --bootstrap-servers kafka:9092")
public final class StageCommand implements Callable<Integer> {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "ingest, segment, classify, sink; or all.")
    private List<String> names;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws InterruptedException {
        Set<Stage> stages = stages();
        Settings settings = cluster.settings();
        if (stages.contains(Stage.CLASSIFY)) {
            ClassifyConfig.of(settings.given()).verify();
        }
        Path stateDir = settings.pipeline().stateDir().orElse(Path.of(".penstock", "state"));
        loadLibraries(stages);
        try (Interruption interruption = Interruption.onShutdown()) {
            interruption.interruptibly(() -> cluster.clients(START_TIMEOUT).createTopics());
            return run(stages, settings, stateDir, interruption);
        }
    }

    @SuppressWarnings("try") // the watch goes on for as long as it is open
    private static void loadLibraries(Set<Stage> stages) {
        try (StartWatchdog watchdog = StartWatchdog.begin(StartWatchdog.PATIENCE)) {
            NativeLibrary.load(stages);
        }
    }

    private int run(Set<Stage> stages, Settings settings, Path stateDir, Interruption interruption) throws InterruptedException {
        try (StartWatchdog watchdog = StartWatchdog.begin(StartWatchdog.PATIENCE);
             Pipeline pipeline = Pipeline.start(stages, settings, cluster.bootstrapServers(), stateDir)) {
            interruption.interruptibly(() -> pipeline.awaitRunning(START_TIMEOUT));
            watchdog.end();
            System.err.println("penstock: " + String.join(", ", stages.stream().map(Stage::shortName).toList()) + " running on "
                + cluster.bootstrapServers());
            Optional<String> failure = interruption.await(pipeline::failure);
            failure.ifPresent(why -> System.err.println("penstock: " + why));
            return failure.isPresent() ? CommandFailure.FAILED : 0;
        }
    }

    private Set<Stage> stages() {
        if (names.contains("all")) {
            return EnumSet.allOf(Stage.class);
        }
        for (String name : names) {
            if (!Stage.names().contains(name)) {
                throw CommandFailure.badArguments("there is no stage " + name + ": " + String.join(", ", Stage.names()) + ", all");
            }
        }
        EnumSet<Stage> stages = EnumSet.allOf(Stage.class);
        stages.removeIf(stage -> !names.contains(stage.shortName()));
        return stages;
    }
}
