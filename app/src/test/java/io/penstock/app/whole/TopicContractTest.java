package io.penstock.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.broker.EmbeddedBroker;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.command.PenstockCommand;
import io.penstock.app.config.Settings;
import io.penstock.app.stage.Stage;
import io.penstock.schema.topic.Topic;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.schema.topic.TopicMismatch;
import io.penstock.schema.topic.TopicMismatch.Code;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics that somebody else has changed or not made: each mismatch is named with its code and with the command that mends it. */
class TopicContractTest {

    private final Settings settings = Settings.of(Stage.definitions(), null, Map.of(), Map.of("topics.partitions", "2"));
    private final TopicCatalogue topics = settings.pipeline().topics();
    private EmbeddedBroker broker;
    private KafkaClients clients;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        broker = EmbeddedBroker.temporary();
        clients = new KafkaClients(settings, broker.bootstrapServers());
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void whatWasCreatedFitsAndWhatWasChangedIsNamed() throws Exception {
        clients.createTopics();
        assertThat(clients.checkTopics(topics.all())).isEmpty();

        change(topics.documents(), "message.timestamp.type", "CreateTime");
        change(topics.deadLetters(), "retention.ms", "604800000");
        change(topics.pages(), "max.message.bytes", "1048576");
        change(topics.reviews(), "cleanup.policy", "delete");
        try (Admin admin = clients.admin()) {
            admin.createPartitions(Map.of(topics.readings().name(), NewPartitions.increaseTo(3))).all().get();
            admin.deleteTopics(List.of(topics.numbers().name())).all().get();
        }

        List<TopicMismatch> wrong = clients.checkTopics(topics.all());
        assertThat(wrong).filteredOn(mismatch -> mismatch.code() != Code.TOPIC_PARTITIONS)
            .extracting(mismatch -> mismatch.code() + " " + mismatch.topic()).containsExactlyInAnyOrder(
                "TOPIC_TIMESTAMPS penstock.documents", "TOPIC_MESSAGE_SIZE penstock.pages", "TOPIC_MISSING penstock.numbers",
                "TOPIC_CLEANUP penstock.reviews", "TOPIC_RETENTION penstock.dead-letters");
        assertThat(wrong).filteredOn(mismatch -> mismatch.code() == Code.TOPIC_PARTITIONS).extracting(TopicMismatch::topic)
            .contains("penstock.corrections", "penstock.announcements", "penstock.dead-letters").doesNotContain("penstock.readings",
                "penstock.forms", "penstock.schemas");
        assertThat(wrong).extracting(TopicMismatch::mend).contains("kafka-configs --bootstrap-server BROKER --alter --topic "
            + "penstock.pages --add-config max.message.bytes=67108864");

        assertThat(clients.mendTopics()).extracting(TopicMismatch::code).containsExactlyInAnyOrder(Code.TOPIC_TIMESTAMPS,
            Code.TOPIC_MESSAGE_SIZE, Code.TOPIC_CLEANUP, Code.TOPIC_RETENTION);
        assertThat(clients.checkTopics(topics.all())).extracting(TopicMismatch::code)
            .containsOnly(Code.TOPIC_MISSING, Code.TOPIC_PARTITIONS);
    }

    @Test
    void aStageCreatesNoTopicUnlessItIsTold() throws Exception {
        assertThat(stage()).startsWith("penstock: TOPICS_UNFIT: ").contains("TOPIC_MISSING: penstock.documents")
            .contains("./penstock topics create").doesNotContain("penstock.readings");
        try (Admin admin = clients.admin()) {
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void topicsOfStreamsThatAreNotReplicatedAreNamed() throws Exception {
        try (Admin admin = clients.admin()) {
            admin.createTopics(List.of(new NewTopic("penstock-sink-documents-changelog", 1, (short) 1))).all().get();
        }
        assertThat(clients.weakInternalTopics("penstock-sink")).isEmpty();
        KafkaClients three = new KafkaClients(settings.with("topics.replication", "3"), broker.bootstrapServers());
        assertThat(three.weakInternalTopics("penstock-sink"))
            .containsExactly("penstock-sink-documents-changelog");
    }

    private String stage() {
        StringWriter err = new StringWriter();
        int code = PenstockCommand.commandLine().setErr(new PrintWriter(err)).execute("stage", "ingest", "--bootstrap-servers",
            broker.bootstrapServers());
        assertThat(code).isEqualTo(1);
        return err.toString();
    }

    private void change(Topic<?> topic, String key, String value) throws Exception {
        try (Admin admin = clients.admin()) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)))).all().get();
        }
    }
}
