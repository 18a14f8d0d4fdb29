package io.penstock.app.command.read;

import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.FormFiles.FormFile;
import io.penstock.app.client.FormPublisher;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.Submitter;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.FormOptions;
import io.penstock.app.command.option.Interruption;
import io.penstock.app.command.option.LibraryLog;
import io.penstock.app.command.option.SettingsOptions;
import io.penstock.app.config.PipelineConfig;
import io.penstock.app.config.Settings;
import io.penstock.app.demo.DoubtfulScans;
import io.penstock.app.health.Health;
import io.penstock.app.health.HealthServer;
import io.penstock.app.library.NativeLibrary;
import io.penstock.app.process.StartWatchdog;
import io.penstock.app.stage.Pipeline;
import io.penstock.app.stage.Stage;
import io.penstock.app.watch.WatchTimes;
import io.penstock.app.watch.WatchedFolder;
import io.penstock.classify.ClassifyConfig;
import io.penstock.schema.topic.TopicCatalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code up}: a broker, all stages and a watched folder, until Ctrl-C. */
@Command(name = "up", header = "Run a broker, all stages and a watched folder, until Ctrl-C.",
    description = "Everything on one machine; data survives a restart. Clients connect to 127.0.0.1 at broker.port (9092).",
    footerHeading = "%nExample:%n", footer = {"  ./penstock up --samples",
        "  ./penstock up --watch inbox --data penstock-data", "  ./penstock consume --new"})
public final class UpCommand implements Callable<Integer> {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080",
        description = "HTTP port on 127.0.0.1 that answers /health and /ready; the review console has one of its own, review.http.port; "
            + "default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--watch", paramLabel = "DIR",
        description = "Submit every file that is copied into this folder, under its name; done files are moved to DIR/.done.")
    private Path watch;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = ".penstock/data",
        description = "Where the broker and the stages keep their data; default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(names = "--samples", description = "Draw and submit a dozen scans that are not all easy to read, so that there is something to "
        + "review; only on a folder --data that has none of them.")
    private boolean samples;

    @Mixin
    private FormOptions forms;

    @Mixin
    private SettingsOptions settingsOptions;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = settingsOptions.settings();
        ClassifyConfig.of(settings.given()).verify();
        List<FormFile> definitions = forms.read(Optional.empty());
        LibraryLog.embeddedBroker();
        try (StartWatchdog watchdog = StartWatchdog.begin(StartWatchdog.PATIENCE)) {
            NativeLibrary.load(EnumSet.allOf(Stage.class));
            return run(settings, definitions, watchdog);
        }
    }

    private int run(Settings settings, List<FormFile> definitions, StartWatchdog watchdog) throws IOException, InterruptedException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (Interruption interruption = Interruption.onShutdown();
             HealthServer health = HealthServer.start(address, "--port", Health.starting());
             EmbeddedBroker broker = EmbeddedBroker.in(data.resolve("broker"), settings.pipeline().brokerPort())) {
            KafkaClients clients = new KafkaClients(settings, broker.bootstrapServers());
            interruption.interruptibly(() -> prepare(clients, settings.pipeline().topics(), definitions));
            Path stateDir = settings.pipeline().stateDir().orElse(data.resolve("state"));
            try (Pipeline pipeline = Pipeline.start(EnumSet.allOf(Stage.class), settings, broker.bootstrapServers(), stateDir)) {
                health.follow(pipeline.health());
                interruption.interruptibly(() -> pipeline.awaitRunning(START_TIMEOUT));
                watchdog.end();
                LibraryLog.longRunning();
                System.err.println("penstock: broker on " + broker.bootstrapServers() + ", health on " + health.address()
                    + ", review console on " + pipeline.console().orElse("nothing") + "; Ctrl-C stops");
                if (samples) {
                    submitSamples(clients, settings, definitions);
                }
                Optional<String> failure = watch == null ? interruption.await(pipeline::failure)
                    : watch(clients, settings, health, pipeline, interruption);
                failure.ifPresent(why -> System.err.println("penstock: " + why));
                return failure.isPresent() ? CommandFailure.FAILED : 0;
            }
        }
    }

    /** The broker is ours: topics that an older version made get the settings of this one. */
    private static void prepare(KafkaClients clients, TopicCatalogue topics, List<FormFile> definitions) throws InterruptedException {
        clients.createTopics();
        clients.mendTopics();
        clients.requireTopics(topics.all());
        clients.publishSchemas();
        try (Producer<String, byte[]> producer = clients.producer()) {
            FormPublisher.publish(producer, topics.forms().name(), definitions);
        }
    }

    private void submitSamples(KafkaClients clients, Settings settings, List<FormFile> definitions) throws IOException {
        try (Submitter submitter = new Submitter(clients.producer(), settings.pipeline())) {
            int submitted = DoubtfulScans.submit(data.resolve("samples"), definitions.stream().map(FormFile::definition).toList(),
                submitter);
            System.err.println("penstock: " + (submitted == 0 ? "the sample scans were submitted before"
                : submitted + " sample scans submitted; what is hard to read of them comes up in the console"));
        }
    }

    /** Runs until asked to stop, or until a stage has stopped: a watched folder that is out of reach may come back. */
    private Optional<String> watch(KafkaClients clients, Settings settings, HealthServer health, Pipeline pipeline,
                                   Interruption interruption) throws IOException, InterruptedException {
        Submitter submitter = new Submitter(clients.producer(), settings.pipeline());
        PipelineConfig config = settings.pipeline();
        WatchTimes times = new WatchTimes(config.settle(), config.patience(), config.filed());
        try (WatchedFolder folder = WatchedFolder.start(watch, times, submitter)) {
            System.err.println("penstock: watching " + folder.path());
            health.follow(pipeline.health().and(folder::trouble));
            return interruption.await(pipeline::failure);
        }
    }
}
