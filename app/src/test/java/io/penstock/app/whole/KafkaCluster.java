package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.Penstock;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.config.Settings;
import io.penstock.app.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.Uuid;

/** Nodes of Kafka, broker and controller each, in JVMs of their own: killed, paused, and started again on their data. */
final class KafkaCluster implements AutoCloseable {

    private static final long COMMAND_SECONDS = 300;
    private static final Duration START = Duration.ofMinutes(2);

    private final Path folder;
    private final List<Integer> ports = new ArrayList<>();
    private final List<Integer> controllers = new ArrayList<>();
    private final Jvm[] nodes;

    private KafkaCluster(Path folder, int size) throws IOException {
        this.folder = folder;
        nodes = new Jvm[size];
        for (int node = 0; node < size; node++) {
            ports.add(FreePort.next());
            controllers.add(FreePort.next());
        }
    }

    /** Formats and starts nodes whose data is in a folder; topics are kept three times where there are three. */
    static KafkaCluster start(Path folder, int size) throws IOException, InterruptedException {
        KafkaCluster cluster = new KafkaCluster(folder, size);
        String id = Uuid.randomUuid().toString();
        for (int node = 0; node < size; node++) {
            Path properties = Files.writeString(cluster.properties(node), cluster.configuration(node));
            assertThat(StorageTool.execute(new String[] {"format", "-t", id, "-c", properties.toString()}, System.out)).isZero();
            cluster.startNode(node);
        }
        cluster.awaitNodes();
        return cluster;
    }

    /** Returns when all nodes are known to the cluster. */
    private void awaitNodes() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            while (known(admin) < nodes.length) {
                assertThat(System.nanoTime()).as("all nodes have registered").isLessThan(deadline);
                Thread.sleep(100);
            }
        }
    }

    /** Returns when every replica of every topic is in sync again. */
    void awaitReplicas() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            while (!inSync(admin)) {
                assertThat(System.nanoTime()).as("all replicas are in sync").isLessThan(deadline);
                Thread.sleep(200);
            }
        }
    }

    private static boolean inSync(Admin admin) throws InterruptedException {
        try {
            return admin.describeTopics(admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get()).allTopicNames().get()
                .values().stream().flatMap(topic -> topic.partitions().stream())
                .allMatch(partition -> partition.isr().size() == partition.replicas().size());
        } catch (ExecutionException e) {
            return false;
        }
    }

    private static int known(Admin admin) throws InterruptedException {
        try {
            return admin.describeCluster().nodes().get().size();
        } catch (ExecutionException e) {
            return 0;
        }
    }

    int size() {
        return nodes.length;
    }

    String bootstrapServers() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** Returns the clients of a process beside the cluster, with the settings of a new installation. */
    KafkaClients clients() {
        return new KafkaClients(Settings.of(Stage.definitions(), null, Map.of(), Map.of()), bootstrapServers());
    }

    /** Runs a command of Penstock against the cluster until it ends well, and returns what it printed. */
    List<String> penstock(String... arguments) throws IOException, InterruptedException {
        try (Jvm jvm = start(arguments)) {
            assertThat(jvm.exitCode(COMMAND_SECONDS)).as(jvm.stderr()).isZero();
            return jvm.stdout();
        }
    }

    /** Starts a command of Penstock against the cluster. */
    Jvm start(String... arguments) throws IOException {
        return Jvm.start(folder, Penstock.class, Stream.concat(Stream.of(arguments), Stream.of("--bootstrap-servers", bootstrapServers()))
            .toList());
    }

    /** Starts a node that was killed, on the data that it left. */
    void startNode(int node) throws IOException {
        nodes[node] = Jvm.start(folder, kafka.Kafka.class, List.of(properties(node).toString()));
    }

    Jvm node(int node) {
        return nodes[node];
    }

    private Path properties(int node) {
        return folder.resolve("node-" + node + ".properties");
    }

    private String configuration(int node) {
        int copies = Math.min(3, nodes.length);
        int synced = Math.max(1, copies - 1);
        String voters = IntStream.range(0, nodes.length).mapToObj(i -> i + "@127.0.0.1:" + controllers.get(i))
            .collect(Collectors.joining(","));
        return String.join("\n", "process.roles=broker,controller", "node.id=" + node, "controller.quorum.voters=" + voters,
            "controller.listener.names=CONTROLLER",
            "listeners=PLAINTEXT://127.0.0.1:" + ports.get(node) + ",CONTROLLER://127.0.0.1:" + controllers.get(node),
            "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT", "log.dirs=" + folder.resolve("node-" + node),
            "auto.create.topics.enable=false", "offsets.topic.num.partitions=3", "offsets.topic.replication.factor=" + copies,
            "transaction.state.log.num.partitions=3", "transaction.state.log.replication.factor=" + copies,
            "transaction.state.log.min.isr=" + synced, "log.cleaner.dedupe.buffer.size=8388608", "group.initial.rebalance.delay.ms=0");
    }

    @Override
    public void close() {
        for (Jvm node : nodes) {
            if (node != null) {
                node.close();
            }
        }
    }
}
