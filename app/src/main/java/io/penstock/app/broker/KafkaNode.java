package io.penstock.app.broker;

import io.penstock.app.process.ProcessFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.FaultHandlerFactory;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.storage.internals.checkpoint.CleanShutdownFileHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A Kafka node, controller and broker, put together as Kafka's own server does it, but for one thing: a broker that was killed is taken
 * off the controller's list before the new one registers.
 *
 * <p>The controller can't tell a broker that was killed from one that is silent, and refuses a second one of the same id until the
 * session of the first is over. Here whoever held this folder before is gone: a lock says so.
 */
final class KafkaNode {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);
    private static final Duration CONTROLLER_TIMEOUT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 20;

    private final Path folder;
    private final int id;
    private final ControllerServer controller;
    private final BrokerServer broker;

    private KafkaNode(Path folder, KafkaConfig config, FaultHandlerFactory faults) {
        this.folder = folder;
        id = config.nodeId();
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> folders = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        SharedServer shared = new SharedServer(config, folders._1(), Time.SYSTEM,
            Server.initializeMetrics(config, Time.SYSTEM, folders._1().clusterId().orElseThrow()),
            CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
            QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()), faults, ServerSocketFactory.INSTANCE);
        broker = new BrokerServer(shared);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2());
    }

    /** Starts a node in a folder that is formatted and locked; returns when clients are answered. */
    static KafkaNode start(Path folder, KafkaConfig config, FaultHandlerFactory faults) throws InterruptedException {
        KafkaNode node = new KafkaNode(folder, config, faults);
        try {
            node.startup();
            return node;
        } catch (RuntimeException | InterruptedException e) {
            node.shutdown();
            throw e;
        }
    }

    private void startup() throws InterruptedException {
        boolean wasKilled = new CleanShutdownFileHandler(folder.toString()).read().isEmpty();
        controller.startup();
        if (wasKilled) {
            unregisterPredecessor();
        }
        broker.startup();
    }

    private void unregisterPredecessor() throws InterruptedException {
        ControllerRequestContext context = new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS,
            OptionalLong.empty());
        long deadline = System.nanoTime() + CONTROLLER_TIMEOUT.toNanos();
        while (true) {
            try {
                controller.controller().unregisterBroker(context, id).get();
                LOG.info("the broker before this one was killed");
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof BrokerIdNotRegisteredException) {
                    return; // the first start in this folder
                }
                if (!(e.getCause() instanceof NotControllerException) || System.nanoTime() > deadline) {
                    throw new ProcessFailure(ProcessFailure.Code.BROKER_FAILED, "the controller in " + folder + " does not come up: "
                        + e.getCause(), e.getCause());
                }
            }
            Thread.sleep(POLL_MILLIS); // the only voter has not elected itself yet
        }
    }

    /** Stops both servers; returns when they have. */
    void shutdown() {
        // The broker hands its partitions back to the controller, so it goes first.
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
