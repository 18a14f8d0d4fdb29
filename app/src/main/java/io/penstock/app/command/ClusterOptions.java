package io.penstock.app.command;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that are clients of a running cluster. */
final class ClusterOptions {

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", defaultValue = "localhost:9092",
        description = "The cluster, several with commas; default: ${DEFAULT-VALUE}, where 'up' listens.")
    private String bootstrapServers;

    @Mixin
    private SettingsOptions settings;

    String bootstrapServers() {
        return bootstrapServers;
    }

    Settings settings() {
        return settings.settings();
    }

    KafkaClients clients() {
        return new KafkaClients(settings(), bootstrapServers);
    }
}
