package io.penstock.app.broker;

import io.penstock.app.files.FolderLock;
import io.penstock.app.files.TemporaryFolder;
import io.penstock.app.process.ProcessFailure;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Optional;
import kafka.server.KafkaConfig;

/**
 * One Kafka node, broker and controller at once, that runs in this JVM and listens on 127.0.0.1 only.
 *
 * <p>It takes records up to 64 MiB and keeps its internal topics small, so that it is ready within seconds. Not for a cluster. Where it
 * can't go on, as on a full disk, it says so and ends the JVM: nothing that was confirmed is lost by that.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int ATTEMPTS = 5;

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
        return start(folder.path(), 0, folder::close);
    }

    /**
     * Starts a broker that keeps its data in a folder and finds it there again, even where the one before was killed.
     *
     * @param port port on 127.0.0.1; 0 for a free one
     * @throws ProcessFailure       where another process has the folder or the port, or the broker does not start
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public static EmbeddedBroker in(Path folder, int port) throws InterruptedException {
        FolderLock lock = lock(folder);
        EmbeddedBroker broker = start(folder, port, lock::close);
        try {
            FormerMembers.remove(broker.bootstrapServers());
            return broker;
        } catch (RuntimeException | InterruptedException e) {
            broker.close();
            throw e;
        }
    }

    /** Kafka has a lock of its own, but takes it after it has written to the controller's log: a second one would break the first's. */
    private static FolderLock lock(Path folder) {
        try {
            Optional<FolderLock> lock = FolderLock.take(folder);
            if (lock.isEmpty()) {
                throw new ProcessFailure(ProcessFailure.Code.DATA_IN_USE, folder + " is in use by " + FolderLock.owner(folder)
                    + ": stop it, or name another folder with --data");
            }
            return lock.get();
        } catch (IOException e) {
            throw BrokerTrouble.of(folder, e);
        }
    }

    private static EmbeddedBroker start(Path folder, int port, Runnable release) throws InterruptedException {
        LastWords words = LastWords.arrange(folder, release);
        try {
            BrokerTrouble.requireSpace(folder);
            BrokerFormat.format(folder, BrokerProperties.NODE_ID);
            return start(folder, port, release, words, ATTEMPTS);
        } catch (IOException | RuntimeException e) {
            release.run();
            throw BrokerTrouble.of(folder, e);
        } catch (InterruptedException e) {
            release.run();
            throw e;
        }
    }

    /** A port that was free a moment ago may be taken by anybody: those that are not given are chosen again. */
    private static EmbeddedBroker start(Path folder, int port, Runnable release, LastWords words, int attempts)
        throws InterruptedException {
        int chosen = port == 0 ? LocalPort.free() : port;
        LocalPort.requireFree(chosen);
        try {
            KafkaConfig config = KafkaConfig.fromProps(BrokerProperties.of(folder, chosen, LocalPort.free()));
            return new EmbeddedBroker(KafkaNode.start(folder, config, words), chosen, release);
        } catch (RuntimeException e) {
            if (attempts > 1 && BrokerTrouble.root(e) instanceof BindException) {
                return start(folder, port, release, words, attempts - 1);
            }
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
