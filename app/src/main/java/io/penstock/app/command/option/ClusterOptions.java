package io.penstock.app.command.option;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.Settings;
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
            if (!clients.answersWithin(timeout)) {
                throw CommandFailure.failed("no Kafka cluster answers at " + bootstrapServers
                    + ": start one with './penstock up', or name yours with --bootstrap-servers HOST:PORT");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("stopped while waiting for " + bootstrapServers);
        } finally {
            LibraryLog.connected();
        }
        return clients;
    }
}
