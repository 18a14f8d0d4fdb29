package io.penstock.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.command.PenstockCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands against a broker that asks for a password and has access rules; a user without any rights. */
class SecuredClusterTest {

    private static final int PORT = LocalPort.free();
    private static final String BOOTSTRAP = "127.0.0.1:" + PORT;
    private static final String SAMPLE = Path.of("..", "samples", "us-zip-card-0001.pdf").toString();

    private static KafkaRaftServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        BrokerFormat.format(folder, BrokerProperties.NODE_ID);
        Properties properties = BrokerProperties.of(folder, PORT, LocalPort.free());
        properties.put("listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("sasl.enabled.mechanisms", "PLAIN");
        properties.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        properties.put("listener.name.plaintext.plain.sasl.jaas.config", "org.apache.kafka.common.security.plain.PlainLoginModule required "
            + "username=\"admin\" password=\"a\" user_admin=\"a\" user_reader=\"r\";");
        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        properties.put("super.users", "User:admin;User:ANONYMOUS");
        server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        assertThat(run("admin", "a", "topics", "create")).isEmpty();
    }

    @AfterAll
    static void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    @Test
    void aWrongPasswordIsSaidAtOnce() {
        long start = System.nanoTime();
        assertThat(run("reader", "wrong", "topics", "list")).startsWith("penstock: CLUSTER_REFUSES: ").contains("kafka.sasl.")
            .hasLineCount(1);
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(8);
    }

    @Test
    void noPasswordWhereOneIsWantedIsNotTakenForNoCluster() {
        assertThat(run(List.of("topics", "list", "--bootstrap-servers", BOOTSTRAP))).startsWith("penstock: CLUSTER_REFUSES: ")
            .contains(BOOTSTRAP, "kafka.security.protocol").hasLineCount(1);
    }

    @Test
    void aMissingRightIsSaidWithTheTopic() {
        assertThat(run("reader", "r", "topics", "create")).startsWith("penstock: RIGHT_MISSING: ").contains("penstock.documents")
            .hasLineCount(1);
        assertThat(run("reader", "r", "submit", SAMPLE)).startsWith("penstock: RIGHT_MISSING: ").contains("penstock.documents")
            .hasLineCount(1);
        assertThat(run("reader", "r", "consume", "numbers", "--to-end")).startsWith("penstock: RIGHT_MISSING: ")
            .contains("penstock.numbers").hasLineCount(1);
        assertThat(run("reader", "r", "forms", "apply", "--forms", "../forms")).startsWith("penstock: RIGHT_MISSING: ")
            .contains("penstock.forms").hasLineCount(1);
    }

    private static String run(String user, String password, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--bootstrap-servers", BOOTSTRAP, "--set", "kafka.security.protocol=SASL_PLAINTEXT",
            "--set", "kafka.sasl.mechanism=PLAIN", "--set", "kafka.sasl.jaas.config="
                + "org.apache.kafka.common.security.plain.PlainLoginModule required username='" + user + "' password='" + password + "';"));
        return run(arguments);
    }

    private static String run(List<String> arguments) {
        StringWriter err = new StringWriter();
        PenstockCommand.commandLine().setErr(new PrintWriter(err)).execute(arguments.toArray(String[]::new));
        return err.toString().strip();
    }
}
