package io.penstock.review;

import io.penstock.review.access.Gate;
import io.penstock.review.desk.DeskClients;
import io.penstock.review.figures.Figures;
import io.penstock.review.http.Console;
import io.penstock.review.http.HttpSettings;
import io.penstock.review.queue.OpenTasks;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

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
        console = Console.start(settings, gate, new Console.View(config.desk(), config.times(), windowStart, config.promised()),
            new Console.Ground(topics, clients, work.open(), work.figures(), this::others, this::isReady));
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
     * @param gate        says who sends a request
     * @param windowStart first of the hundred years that two-digit years mean
     * @throws ConfigException where other machines could reach it, or two people must agree, though nobody logs in
     */
    public static ReviewService start(ReviewConfig config, TopicCatalogue topics, Work work, DeskClients clients, Gate gate,
                                      int windowStart) {
        if (!gate.hasLogin() && !config.http().isLoopback()) {
            throw new ConfigException(ReviewConfig.HOST, config.http().host(), "other machines may reach it only where people log in");
        }
        if (!gate.hasLogin() && config.keying().isInUse()) {
            throw new ConfigException("review.double.*: two people can't agree where everybody has one name; turn log-in on, or set "
                + "review.double.kinds, .amount and .share back");
        }
        return new ReviewService(config, topics, work, clients, gate, windowStart);
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
