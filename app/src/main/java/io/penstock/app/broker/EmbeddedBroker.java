package io.penstock.app.broker;

import io.penstock.app.files.TemporaryFolder;
import io.penstock.schema.topic.TopicLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka node, broker and controller at once, that runs in this JVM and listens on 127.0.0.1 only.
 *
 * <p>It takes records up to 64 MiB and keeps its internal topics small, so that it is ready within seconds. Not for a cluster.
 */
public final class EmbeddedBroker implements AutoCloseable {

    static final String CONTROLLER = "CONTROLLER";

    private static final int NODE_ID = 1;
    private static final String HOST = "127.0.0.1";

    private final KafkaRaftServer server;
    private final int port;
    private final Optional<TemporaryFolder> temporary;

    private EmbeddedBroker(Path folder, int port, Optional<TemporaryFolder> temporary) throws IOException {
        this.port = port;
        this.temporary = temporary;
        BrokerFormat.format(folder, NODE_ID);
        server = new KafkaRaftServer(KafkaConfig.fromProps(properties(folder, port, freePort())), Time.SYSTEM);
    }

    /**
     * Starts a broker on a free port whose data is deleted when it is closed.
     *
     * @throws IOException where its folder can't be made
     */
    public static EmbeddedBroker temporary() throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("penstock-broker-");
        return started(new EmbeddedBroker(folder.path(), freePort(), Optional.of(folder)));
    }

    /**
     * Starts a broker that keeps its data in a folder and finds it there again.
     *
     * @param port port on 127.0.0.1; 0 for a free one
     * @throws IOException where the folder can't be used
     */
    public static EmbeddedBroker in(Path folder, int port) throws IOException {
        return started(new EmbeddedBroker(folder, port == 0 ? freePort() : port, Optional.empty()));
    }

    private static EmbeddedBroker started(EmbeddedBroker broker) {
        try {
            broker.server.startup();
            return broker;
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** Returns what clients connect to: host and port. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** Stops the broker; the data of a temporary one is deleted. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        temporary.ifPresent(TemporaryFolder::close);
    }

    private static Properties properties(Path folder, int port, int controllerPort) {
        String maxBytes = Integer.toString(TopicLayout.DEFAULT_MAX_MESSAGE_BYTES);
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("listeners", "PLAINTEXT://" + HOST + ":" + port + "," + CONTROLLER + "://" + HOST + ":" + controllerPort);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        properties.put("log.dirs", folder.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("message.max.bytes", maxBytes);
        properties.put("replica.fetch.max.bytes", maxBytes);
        properties.put("socket.request.max.bytes", Integer.toString(2 * TopicLayout.DEFAULT_MAX_MESSAGE_BYTES));
        properties.put("group.initial.rebalance.delay.ms", "0");
        // One node: internal topics need neither copies nor many partitions.
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        // One user: the defaults are sized for a machine of its own (the cleaner alone takes 128 MiB of heap).
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
        properties.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        // Its only controller is itself: on a machine that is busy it must not think itself dead.
        properties.put("broker.session.timeout.ms", "120000");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        return properties;
    }

    @SuppressWarnings("AddressSelection") // an address, no name
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + HOST, e);
        }
    }
}
