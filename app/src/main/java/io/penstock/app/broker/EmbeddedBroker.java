package io.penstock.app.broker;

import io.penstock.app.files.TemporaryFolder;
import io.penstock.app.process.ProcessFailure;
import java.io.IOException;
import java.nio.file.Path;
import kafka.server.KafkaConfig;

/**
 * One Kafka node, broker and controller at once, that runs in this JVM and listens on 127.0.0.1 only.
 *
 * <p>It takes records up to 64 MiB and keeps its internal topics small, so that it is ready within seconds. Not for a cluster. Where it
 * can't go on, as on a full disk, it says so and ends the JVM: nothing that was confirmed is lost by that.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private final KafkaNode node;
    private final int port;
    private final Runnable release;

    private EmbeddedBroker(KafkaNode node, int port, Runnable release) {
        this.node = node;
        this.port = port;
        this.release = release;
    }

    /**
     * Starts a broker on a free port whose data is deleted when it is closed.
     *
     * @throws ProcessFailure       where it does not start
     * @throws IOException          where its folder can't be made
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public static EmbeddedBroker temporary() throws IOException, InterruptedException {
        TemporaryFolder folder = TemporaryFolder.create("penstock-broker-");
        return start(folder.path(), LocalPort.free(), folder::close);
    }

    /**
     * Starts a broker that keeps its data in a folder and finds it there again, even where the one before was killed.
     *
     * @param port port on 127.0.0.1; 0 for a free one
     * @throws ProcessFailure       where another process has the folder or the port, or the broker does not start
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public static EmbeddedBroker in(Path folder, int port) throws InterruptedException {
        FolderLock lock = FolderLock.take(folder);
        EmbeddedBroker broker = start(folder, port == 0 ? LocalPort.free() : port, lock::close);
        try {
            FormerMembers.remove(broker.bootstrapServers());
            return broker;
        } catch (RuntimeException | InterruptedException e) {
            broker.close();
            throw e;
        }
    }

    private static EmbeddedBroker start(Path folder, int port, Runnable release) throws InterruptedException {
        LastWords words = LastWords.arrange(folder, release);
        try {
            LocalPort.requireFree(port);
            BrokerTrouble.requireSpace(folder);
            BrokerFormat.format(folder, BrokerProperties.NODE_ID);
            KafkaConfig config = KafkaConfig.fromProps(BrokerProperties.of(folder, port, LocalPort.free()));
            return new EmbeddedBroker(KafkaNode.start(folder, config, words), port, release);
        } catch (IOException | RuntimeException e) {
            release.run();
            throw BrokerTrouble.of(folder, e);
        } catch (InterruptedException e) {
            release.run();
            throw e;
        }
    }

    /** Returns what clients connect to: host and port. */
    public String bootstrapServers() {
        return BrokerProperties.HOST + ":" + port;
    }

    /** Stops the broker; the data of a temporary one is deleted. */
    @Override
    public void close() {
        node.shutdown();
        release.run();
        LastWords.withdraw();
    }
}
