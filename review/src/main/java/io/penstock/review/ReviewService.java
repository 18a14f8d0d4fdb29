package io.penstock.review;

import io.penstock.review.access.AccessException;
import io.penstock.review.access.AccessFault;
import io.penstock.review.access.Gate;
import io.penstock.review.access.LoopbackGate;
import io.penstock.review.access.OidcGate;
import io.penstock.review.access.PasswordGate;
import io.penstock.review.desk.DeskClients;
import io.penstock.review.figures.Figures;
import io.penstock.review.http.Console;
import io.penstock.review.http.HttpSettings;
import io.penstock.review.queue.OpenTasks;
import io.penstock.review.document.FateProcessor;
import io.penstock.schema.DocumentFate;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/**
 * The console beside the topology of one process of the stage: started before the topology, so that its address can stand in Streams'
 * {@code application.server} and people are told that it starts; then it {@link #follow follows} it.
 *
 * <p>Every process serves the whole queue: Streams says where the others are, and they reply about the tasks of their partitions. Who gets
 * which task is decided on the topic of leases, so it does not matter whom a person asks.
 */
public final class ReviewService implements AutoCloseable {

    private final HttpSettings settings;
    private final Console console;
    private volatile KafkaStreams streams;
    private volatile boolean begun;

    private ReviewService(ReviewConfig config, TopicCatalogue topics, Work work, DeskClients clients, Gate gate, int windowStart) {
        settings = config.http();
        console = Console.start(settings, gate,
            new Console.View(config.desk(), config.times(), windowStart, config.grid(), config.promised()),
            new Console.Ground(topics, clients, work.open(), work.figures(), this::others, this::isReady, this::fate));
    }

    /**
     * What the topology of this process knows while it runs.
     *
     * @param open    its tasks
     * @param figures what it counts
     */
    public record Work(OpenTasks open, Figures figures) {
    }

    /**
     * Starts to answer.
     *
     * @param work        what the topology of this process knows
     * @param windowStart first of the hundred years that two-digit years mean
     * @throws AccessException where other machines could reach it though nobody logs in, or the file of users can't be used
     * @throws ConfigException where two people must agree though nobody logs in
     */
    public static ReviewService start(ReviewConfig config, TopicCatalogue topics, Work work, DeskClients clients, int windowStart) {
        Gate gate = gate(config);
        if (!gate.hasLogin() && !config.http().isLoopback()) {
            throw new AccessException(AccessFault.LOGIN_NEEDED, ReviewConfig.HOST + "=" + config.http().host());
        }
        if (!gate.hasLogin() && config.keying().isInUse()) {
            throw new ConfigException("review.double.*: two people can't agree where everybody has one name; turn log-in on, or set "
                + "review.double.kinds, .amount and .share back");
        }
        return new ReviewService(config, topics, work, clients, gate, windowStart);
    }

    private static Gate gate(ReviewConfig config) {
        return switch (config.login().way()) {
            case NONE -> new LoopbackGate(config.http().user());
            case USERS -> new PasswordGate(config.login(), Clock.systemUTC());
            case OIDC -> new OidcGate(config.login().oidc().orElseThrow(() -> new AccessException(AccessFault.PROVIDER_UNSET,
                ReviewConfig.LOGIN + "=oidc")), config.login(), Clock.systemUTC());
        };
    }

    /** From now on serves the tasks of this application. */
    public void follow(KafkaStreams application) {
        streams = application;
    }

    /** Returns host and port at which other processes reach this one: what Streams' {@code application.server} is. */
    public String applicationServer() {
        return settings.advertised().isBlank() ? console.hostAndPort() : settings.advertised();
    }

    /** Returns the address of the console. */
    public String address() {
        return "http://" + console.hostAndPort() + "/";
    }

    /** Once the tasks were read back; later moves of partitions are no reason to turn people away. */
    private boolean isReady() {
        KafkaStreams followed = streams;
        if (followed != null && followed.state() == KafkaStreams.State.RUNNING) {
            begun = true;
        }
        return begun && followed.state().isRunningOrRebalancing();
    }

    /** What this process knows of a document; nothing while its partitions move. */
    private Optional<DocumentFate> fate(String document) {
        try {
            return Optional.ofNullable(streams).map(running -> running.store(StoreQueryParameters.fromNameAndType(FateProcessor.FATES,
                QueryableStoreTypes.<String, DocumentFate>keyValueStore())).get(document));
        } catch (InvalidStateStoreException e) {
            return Optional.empty();
        }
    }

    private List<String> others() {
        String here = applicationServer();
        return Optional.ofNullable(streams).filter(running -> running.state().isRunningOrRebalancing())
            .map(KafkaStreams::metadataForAllStreamsClients).orElse(List.of()).stream().map(StreamsMetadata::hostInfo)
            .filter(host -> !host.equals(HostInfo.unavailable())).map(host -> host.host() + ":" + host.port())
            .filter(other -> !other.equals(here)).distinct().toList();
    }

    @Override
    public void close() {
        console.close();
    }
}
