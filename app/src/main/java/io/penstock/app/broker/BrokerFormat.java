package io.penstock.app.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** Formats the folder in which an embedded broker keeps its logs. */
final class BrokerFormat {

    private BrokerFormat() {
    }

    /** Prepares a folder for a broker with this node id; one that is already formatted is left alone. */
    static void format(Path folder, int nodeId) throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setNodeId(nodeId)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(BrokerProperties.CONTROLLER)
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // declared by Kafka's formatter, whose checked failures are all about the folder
            throw new IOException("cannot format " + folder, e);
        }
    }
}
