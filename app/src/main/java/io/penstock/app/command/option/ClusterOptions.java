package io.penstock.app.command.option;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.Settings;
import io.penstock.app.process.ProcessFailure;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that are clients of a running cluster. */
public final class ClusterOptions {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", defaultValue = "localhost:9092",
        description = "The cluster, several with commas; default: ${DEFAULT-VALUE}, where 'up' listens.")
    private String bootstrapServers;

    @Mixin
    private SettingsOptions settings;

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public Settings settings() {
        return settings.settings();
    }

    /** Returns clients of a cluster that is there. */
    public KafkaClients clients() {
        return clients(ANSWER_TIMEOUT);
    }

    /** Returns clients of a cluster that may still have to come up. */
    public KafkaClients clients(Duration timeout) {
        KafkaClients clients = new KafkaClients(settings(), bootstrapServers);
        LibraryLog.connecting();
        try {
            await(clients, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("stopped while waiting for " + bootstrapServers);
        } finally {
            LibraryLog.connected();
        }
        return clients;
    }

    /** Says after a while that it waits. */
    private void await(KafkaClients clients, Duration timeout) throws InterruptedException {
        try {
            clients.awaitAnswer(ANSWER_TIMEOUT);
        } catch (ProcessFailure e) {
            if (e.code() != ProcessFailure.Code.CLUSTER_UNREACHABLE || timeout.compareTo(ANSWER_TIMEOUT) <= 0) {
                throw e;
            }
            System.err.println("penstock: waiting for a Kafka cluster at " + bootstrapServers);
            clients.awaitAnswer(timeout.minus(ANSWER_TIMEOUT));
        }
    }
}
