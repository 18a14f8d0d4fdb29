package io.penstock.app.command.cluster;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.command.option.ClusterOptions;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.Interruption;
import io.penstock.app.config.Settings;
import io.penstock.app.files.FolderLock;
import io.penstock.app.health.HealthServer;
import io.penstock.app.library.NativeLibrary;
import io.penstock.app.process.ProcessFailure;
import io.penstock.app.process.StartWatchdog;
import io.penstock.app.stage.Pipeline;
import io.penstock.app.stage.Stage;
import io.penstock.classify.ClassifyConfig;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stage}: one or more stages against an existing cluster. */
@Command(name = "stage", header = "Run stages against an existing Kafka cluster, until Ctrl-C.",
    description = "The topics must be there and fit ('topics create'). Run the same stage in several processes to share its work.",
    footerHeading = "%nExample:%n", footer = "  ./penstock stage segment classify --bootstrap-servers kafka:9092")
public final class StageCommand implements Callable<Integer> {

    /** How long a cluster may take to come up. */
    private static final Duration CLUSTER_TIMEOUT = Duration.ofSeconds(15);

    /** How long a group may take to give a member its work, while no state is restored. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    @Parameters(paramLabel = "NAME", arity = "1..*", description = "ingest, segment, classify, sink, review; or all.")
    private List<String> names;

    @Option(names = "--create-topics", description = "Create the topics that are missing.")
    private boolean createTopics;

    @Option(names = "--health-port", paramLabel = "PORT", defaultValue = "0",
        description = "HTTP port that answers /health (nothing has failed or stands still) and /ready (all stages run); default: none.")
    private int healthPort;

    @Option(names = "--health-host", paramLabel = "HOST", defaultValue = "127.0.0.1",
        description = "Address of this machine that it answers on, 0.0.0.0 for all; default: ${DEFAULT-VALUE}.")
    private String healthHost;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Set<Stage> stages = stages();
        Settings settings = cluster.settings();
        if (stages.contains(Stage.CLASSIFY)) {
            ClassifyConfig.of(settings.given()).verify();
        }
        loadLibraries(stages);
        try (FolderLock state = stateFolder(settings, stages); Interruption interruption = Interruption.onShutdown()) {
            interruption.interruptibly(() -> prepare(stages, settings, cluster.clients(CLUSTER_TIMEOUT)));
            return run(stages, settings, state.folder(), interruption);
        }
    }

    private void prepare(Set<Stage> stages, Settings settings, KafkaClients clients) throws InterruptedException {
        if (createTopics) {
            clients.createTopics();
        }
        TopicCatalogue topics = settings.pipeline().topics();
        Set<Topic<?>> used = stages.stream().flatMap(stage -> stage.topics(topics, settings).stream()).collect(Collectors.toSet());
        clients.requireTopics(topics.all().stream().filter(used::contains).toList());
        for (Stage stage : stages) {
            clients.weakInternalTopics(settings.pipeline().applicationId(stage.shortName())).forEach(name -> System.err.println(
                "penstock: " + name + " has fewer replicas than topics.replication: the loss of a broker may lose state; give it more with "
                    + "kafka-reassign-partitions"));
        }
        clients.publishSchemas();
    }

    /** The first folder that no process of the same stages works in: each finds its own again after a restart, and never another's. */
    private static FolderLock stateFolder(Settings settings, Set<Stage> stages) {
        Path all = settings.pipeline().stateDir().orElse(Path.of(".penstock", "state"));
        String name = stages.stream().map(Stage::shortName).collect(Collectors.joining("-"));
        try {
            for (int process = 1; ; process++) {
                Optional<FolderLock> lock = FolderLock.take(all.resolve(name + "-" + process));
                if (lock.isPresent()) {
                    return lock.get();
                }
            }
        } catch (IOException e) {
            throw new ProcessFailure(ProcessFailure.Code.DATA_UNUSABLE, "state can't be kept in " + all + " (" + e
                + "): name another folder with --set streams.state.dir=DIR", e);
        }
    }

    @SuppressWarnings("try") // the watch goes on for as long as it is open
    private static void loadLibraries(Set<Stage> stages) {
        try (StartWatchdog watchdog = StartWatchdog.begin(StartWatchdog.PATIENCE)) {
            NativeLibrary.load(stages);
        }
    }

    private int run(Set<Stage> stages, Settings settings, Path stateDir, Interruption interruption)
        throws IOException, InterruptedException {
        try (StartWatchdog watchdog = StartWatchdog.begin(StartWatchdog.PATIENCE);
             Pipeline pipeline = Pipeline.prepare(stages, settings, cluster.bootstrapServers(), stateDir);
             HealthServer health = health(pipeline)) {
            interruption.interruptibly(() -> {
                pipeline.awaitPrepared();
                pipeline.begin();
                pipeline.awaitRunning(START_TIMEOUT);
            });
            watchdog.end();
            List<String> standingBy = pipeline.standingBy();
            System.err.println("penstock: " + String.join(", ", stages.stream().map(Stage::shortName).toList()) + " running on "
                + cluster.bootstrapServers() + (standingBy.isEmpty() ? "" : "; other processes have all partitions of "
                + String.join(", ", standingBy) + ", which stands by")
                + pipeline.console().map(address -> "; review console on " + address).orElse("")
                + (health == null ? "" : "; health on " + health.address()));
            AtomicBoolean still = new AtomicBoolean();
            Optional<String> failure = interruption.await(() -> {
                Optional<String> stopped = pipeline.failure();
                Optional<String> trouble = pipeline.trouble();
                boolean before = still.getAndSet(trouble.isPresent());
                trouble.filter(why -> !before && stopped.isEmpty()).ifPresent(why -> System.err.println("penstock: " + why));
                return stopped;
            });
            failure.ifPresent(why -> System.err.println("penstock: " + why));
            return failure.isPresent() ? CommandFailure.FAILED : 0;
        }
    }

    /** Returns the server of a supervisor's questions; null where none is wanted. */
    private HealthServer health(Pipeline pipeline) throws IOException {
        return healthPort == 0 ? null
            : HealthServer.start(new InetSocketAddress(healthHost, healthPort), "--health-port", pipeline.health());
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
